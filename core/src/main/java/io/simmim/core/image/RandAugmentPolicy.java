package io.simmim.core.image;

import io.simmim.core.fault.ConfigException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A policy in timm's notation (timm 0.4.12 {@code rand_augment_transform}): {@code rand}, then
 * options with dashes between them, for example {@code rand-m9-mstd0.5-inc1}.
 *
 * @param magnitude option {@code m}: strength of the operations, of which 10 is the highest
 * @param magnitudeStd option {@code mstd}: standard deviation of the strength, 0 for none
 * @param layers option {@code n}: operations drawn for a picture
 * @param increasing option {@code inc1}: every operation gets stronger with the magnitude
 * @param weighted option {@code w0}: operations are drawn with unequal weights, each at most once
 */
record RandAugmentPolicy(
    int magnitude, double magnitudeStd, int layers, boolean increasing, boolean weighted) {

  private static final RandAugmentPolicy PLAIN = new RandAugmentPolicy(10, 0, 2, false, false);
  private static final Pattern OPTION =
      Pattern.compile("(mstd|inc|m|n|w)(\\d{1,3}|(?<=mstd)\\d{1,3}\\.\\d{1,9})");
  private static final List<String> OTHER_POLICIES =
      List.of("original", "originalr", "v0", "v0r", "augmix");

  /**
   * Reads the value of AUG.AUTO_AUGMENT; {@code none} and nothing mean no operations.
   *
   * @throws ConfigException with the allowed notation, for everything else
   */
  static Optional<RandAugmentPolicy> parse(String text) throws ConfigException {
    if (text.isBlank() || text.equals("none")) {
      return Optional.empty();
    }
    String[] parts = text.split("-", -1);
    if (!parts[0].equals("rand")) {
      throw refused(
          text,
          OTHER_POLICIES.contains(parts[0])
              ? "is another policy of timm, of which only rand is offered"
              : "is no policy");
    }
    RandAugmentPolicy policy = PLAIN;
    for (String option : Arrays.asList(parts).subList(1, parts.length)) {
      policy = policy.with(option, text);
    }
    if (policy.weighted && policy.layers > AugmentOperation.weighted().size()) {
      throw refused(
          text,
          "draws more operations than the %d that w0 gives a weight"
              .formatted(AugmentOperation.weighted().size()));
    }
    return Optional.of(policy);
  }

  private RandAugmentPolicy with(String option, String text) throws ConfigException {
    Matcher matcher = OPTION.matcher(option);
    if (!matcher.matches()) {
      throw refused(text, "has the unknown option '%s'".formatted(option));
    }
    double value = Double.parseDouble(matcher.group(2));
    int whole = (int) value;
    return switch (matcher.group(1)) {
      case "m" -> new RandAugmentPolicy(whole, magnitudeStd, layers, increasing, weighted);
      case "mstd" -> new RandAugmentPolicy(magnitude, value, layers, increasing, weighted);
      case "n" -> new RandAugmentPolicy(magnitude, magnitudeStd, whole, increasing, weighted);
      case "inc" -> {
        // timm takes inc0 for inc1, which nobody can mean.
        require(whole == 1, text, "has inc%d, but increasing is written inc1".formatted(whole));
        yield new RandAugmentPolicy(magnitude, magnitudeStd, layers, true, weighted);
      }
      default -> {
        require(whole == 0, text, "has w%d, but the only weights are w0".formatted(whole));
        yield new RandAugmentPolicy(magnitude, magnitudeStd, layers, increasing, true);
      }
    };
  }

  private static void require(boolean allowed, String text, String fault) throws ConfigException {
    if (!allowed) {
      throw refused(text, fault);
    }
  }

  private static ConfigException refused(String text, String fault) {
    return new ConfigException(
        ("AUG.AUTO_AUGMENT '%s' %s: write none, or rand and options like rand-m9-mstd0.5-inc1 "
                + "(m magnitude 0 to 10, mstd its deviation, n operations, inc1 increasing, w0 weighted).")
            .formatted(text, fault));
  }
}
