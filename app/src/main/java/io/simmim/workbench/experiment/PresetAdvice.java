package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.ModelConfig;
import io.simmim.core.config.ModelType;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.DataException;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The preset for a pre-training on one's own images: of the presets made for that, the one whose
 * image size is nearest to that of the images, no larger than the device can bear; of several, a
 * small model for few images on a CPU, else the larger one.
 *
 * @param preset file of the configuration
 * @param schedule how long to train with it
 */
public record PresetAdvice(ConfigFile preset, ExperimentConfig config, FittedSchedule schedule) {

  private static final Set<String> GROUPS = Set.of("own", "demo");
  private static final int LARGEST_ON_CPU = 96;
  private static final int LARGEST_ON_GPU = 192;
  private static final int FEW_IMAGES = 5000;

  private record Candidate(ConfigFile file, ExperimentConfig config) {}

  /**
   * Chooses among the presets below a folder.
   *
   * @param gpu whether there is one to train on
   * @return empty if there is no preset for it
   * @throws DataException if the presets cannot be listed
   */
  public static Optional<PresetAdvice> of(OwnImages images, boolean gpu, Path presets)
      throws DataException {
    int side = Math.min(images.side(), gpu ? LARGEST_ON_GPU : LARGEST_ON_CPU);
    boolean small = !gpu && images.count() < FEW_IMAGES;
    return candidates(presets).stream()
        .min(
            Comparator.comparingDouble((Candidate c) -> distance(c, side))
                .thenComparing(c -> width(c.config().model()) * (small ? 1 : -1))
                .thenComparing(c -> c.file().name()))
        .map(
            chosen ->
                new PresetAdvice(
                    chosen.file(),
                    chosen.config(),
                    FittedSchedule.of(chosen.config(), images.count(), gpu)));
  }

  /** Why this one, in one sentence. */
  public String sentence(OwnImages images, boolean gpu) {
    return "%s for %s images of about %d px on the %s: it takes %d px%s."
        .formatted(
            RunStage.shortName(preset.name()),
            InWords.count(images.count()),
            images.side(),
            gpu ? "GPU" : "CPU",
            config.data().imgSize(),
            schedule.inWords(config));
  }

  private static List<Candidate> candidates(Path presets) throws DataException {
    return ConfigFile.below(presets).stream()
        .filter(file -> GROUPS.contains(file.group()) && RunStage.PRETRAIN.namesFile(file.name()))
        .flatMap(
            file ->
                new ConfigLoader()
                    .load(file.path(), Overrides.none()).config().stream()
                        .map(config -> new Candidate(file, config)))
        .filter(candidate -> candidate.config().model().type() == ModelType.SWIN)
        .toList();
  }

  private static double distance(Candidate candidate, int side) {
    return Math.abs(Math.log((double) candidate.config().data().imgSize() / side));
  }

  private static int width(ModelConfig model) {
    return model.swin().embedDim();
  }
}
