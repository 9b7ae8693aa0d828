package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.ModelConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.config.SwinShape;
import io.simmim.core.config.VitConfig;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the configuration of one stage that goes with that of another. */
final class PresetMatch {

  private PresetMatch() {}

  /**
   * The file whose encoder has the same family and sizes; of several, the one whose name has most
   * in common with {@code name}, then one of the same image size.
   *
   * @param name file name of {@code given}, without ending
   */
  static Optional<Path> find(ExperimentConfig given, String name, List<ConfigFile> candidates) {
    Set<String> words = words(name);
    int side = given.data().imgSize();
    return candidates.stream()
        .flatMap(file -> Candidate.read(file, words).stream())
        .filter(candidate -> sameEncoder(candidate.config().model(), given.model()))
        .max(
            Comparator.comparingLong(Candidate::wordsInCommon)
                .thenComparing(candidate -> candidate.config().data().imgSize() == side))
        .map(candidate -> candidate.file().path());
  }

  private record Candidate(ConfigFile file, ExperimentConfig config, long wordsInCommon) {

    static Optional<Candidate> read(ConfigFile file, Set<String> words) {
      return new ConfigLoader()
          .load(file.path(), Overrides.none())
          .config()
          .map(config -> new Candidate(file, config, common(words, file.name())));
    }
  }

  /** Image and window may differ: tables of positions are resized to them. */
  private static boolean sameEncoder(ModelConfig a, ModelConfig b) {
    if (a.type() != b.type()) {
      return false;
    }
    return switch (a.type()) {
      case SWIN -> sameSwin(a.swin(), b.swin());
      case SWINV2 -> sameSwin(a.swinv2(), b.swinv2());
      case VIT -> sameVit(a.vit(), b.vit());
    };
  }

  private static boolean sameSwin(SwinShape a, SwinShape b) {
    return a.patchSize() == b.patchSize()
        && a.inChans() == b.inChans()
        && a.embedDim() == b.embedDim()
        && a.depths().equals(b.depths())
        && a.numHeads().equals(b.numHeads());
  }

  private static boolean sameVit(VitConfig a, VitConfig b) {
    return a.patchSize() == b.patchSize()
        && a.inChans() == b.inChans()
        && a.embedDim() == b.embedDim()
        && a.depth() == b.depth()
        && a.numHeads() == b.numHeads();
  }

  private static long common(Set<String> words, String name) {
    Set<String> shared = words(name);
    shared.retainAll(words);
    return shared.size();
  }

  private static Set<String> words(String name) {
    return new HashSet<>(Arrays.asList(RunStage.shortName(name).split("_+")));
  }
}
