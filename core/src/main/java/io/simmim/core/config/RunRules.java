package io.simmim.core.config;

import static io.simmim.core.config.ConfigRule.require;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** When names can be folders below the output folder, and pairs of numbers are in order. */
final class RunRules {

  /** Absolute, a drive, a step upwards, or a character that no file name has. */
  private static final Pattern NOT_BELOW =
      Pattern.compile("^[/\\\\].*|^[A-Za-z]:.*|(.*[/\\\\])?\\.\\.([/\\\\].*)?|(?s).*\\p{Cntrl}.*");

  private RunRules() {}

  static Stream<Violation> check(ExperimentConfig config) {
    return Stream.of(
            folder("MODEL.NAME", config.model().name()),
            folder("TAG", config.tag()),
            minmax(config.aug().cutmixMinmax()))
        .flatMap(violations -> violations);
  }

  private static Stream<Violation> folder(String key, String name) {
    return require(
        !NOT_BELOW.matcher(name).matches(),
        Quoted.of(name)
            + " leads out of the output folder; write a name without .. or a leading /.",
        key);
  }

  private static Stream<Violation> minmax(List<Double> sides) {
    return require(
        sides.isEmpty() || sides.get(0) <= sides.get(1),
        "the smallest side " + sides + " is above the largest; swap the two numbers.",
        "AUG.CUTMIX_MINMAX");
  }
}
