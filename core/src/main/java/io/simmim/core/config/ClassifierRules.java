package io.simmim.core.config;

import static io.simmim.core.config.ConfigRule.require;

import java.util.List;
import java.util.stream.Stream;

/** What a classifier asks for, in fine-tuning and in evaluation. */
final class ClassifierRules {

  private ClassifierRules() {}

  static Stream<Violation> violations(ExperimentConfig config) {
    return Stream.concat(classes(config.model()), windows(config.model()));
  }

  private static Stream<Violation> classes(ModelConfig model) {
    return require(
        model.numClasses() > 0,
        "a classifier needs classes; write how many the data set has.",
        "MODEL.NUM_CLASSES");
  }

  private static Stream<Violation> windows(ModelConfig model) {
    List<Integer> sizes = model.swinv2().pretrainedWindowSizes();
    int stages = model.swinv2().depths().size();
    return require(
        model.type() != ModelType.SWINV2 || sizes.size() >= stages,
        "%s has no number for each of the %d stages in DEPTHS; add one for every stage, 0 for its own window."
            .formatted(sizes, stages),
        "MODEL.SWINV2.PRETRAINED_WINDOW_SIZES",
        "MODEL.SWINV2.DEPTHS");
  }
}
