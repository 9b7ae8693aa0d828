package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.data.LabelledSplit;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.workbench.launch.RunStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which experiment follows a run: fine-tuning a pre-training, evaluating a fine-tuning. */
public final class Succession {

  private final List<Path> configurations;

  /**
   * @param configurations folders in which a fitting configuration may be found
   */
  public Succession(List<Path> configurations) {
    this.configurations = List.copyOf(configurations);
  }

  /**
   * A fine-tuning from a checkpoint of a pre-training: by the configuration for fine-tuning that
   * fits its model, else by the run's own, adapted.
   *
   * @throws SimMimException if the run's files cannot be read
   */
  public ExperimentOrder fineTuning(RunFolder run, Path checkpoint) throws SimMimException {
    ExperimentConfig config = config(run);
    String name = RunManifest.read(run.manifest()).map(RunManifest::configName).orElse("");
    Optional<Path> preset = counterpart(config, name, RunStage.FINETUNE);
    Path file = preset.orElse(run.config());
    return new ExperimentOrder(
        RunStage.FINETUNE,
        file,
        text(file),
        preset.isPresent() ? Map.of() : FinetuneRecipe.changes(config),
        checkpoint,
        Optional.of(config.data().dataPath()).filter(Succession::hasClasses).map(Path::of));
  }

  /**
   * An evaluation of a checkpoint of a fine-tuning, as that run was configured.
   *
   * @throws SimMimException if the run's files cannot be read
   */
  public ExperimentOrder evaluation(RunFolder run, Path checkpoint) throws SimMimException {
    ExperimentConfig config = config(run);
    return new ExperimentOrder(
        RunStage.EVALUATE,
        run.config(),
        text(run.config()),
        Map.of(),
        checkpoint,
        Optional.of(config.data().dataPath()).filter(path -> !path.isBlank()).map(Path::of));
  }

  /**
   * The configuration that another stage has for the same encoder.
   *
   * @param name file name of {@code config}, without ending
   * @throws DataException if the configurations cannot be listed
   */
  public Optional<Path> counterpart(ExperimentConfig config, String name, RunStage stage)
      throws DataException {
    List<ConfigFile> files = new ArrayList<>();
    for (Path folder : configurations) {
      files.addAll(ConfigFile.below(folder));
    }
    return PresetMatch.find(
        config, name, files.stream().filter(file -> stage.namesFile(file.name())).toList());
  }

  private static ExperimentConfig config(RunFolder run) throws SimMimException {
    return new ConfigLoader().load(run.config(), Overrides.none()).orThrow();
  }

  private static boolean hasClasses(String folder) {
    try {
      LabelledSplit.of(folder);
      return true;
    } catch (DataException e) {
      return false;
    }
  }

  private static String text(Path file) throws DataException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new DataException(
          "The configuration " + file + " cannot be read; choose another one.", e);
    }
  }
}
