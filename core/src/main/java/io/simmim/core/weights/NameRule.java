package io.simmim.core.weights;

import io.simmim.core.weights.KeyRow.Making;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one kind of tensor is called in the official scheme and in another, usable both ways.
 *
 * <p>As text, {@code official = foreign}, or {@code official < foreign} for a spelling that is read
 * but not written, or a single name that both have. Both are {@link NameTemplate}s. {@code [a,b]}
 * in the foreign one is a tensor in two parts along its first axis, and a {@code ~} at the end
 * means the column order of {@link UnfoldOrder}.
 *
 * @param foreign one template a part
 * @param written whether tensors are written under these names
 * @param unfolded whether the other program orders the columns otherwise
 */
record NameRule(
    NameTemplate official, List<NameTemplate> foreign, boolean written, boolean unfolded) {

  private static final Pattern LINE =
      Pattern.compile("(?<official>\\S+)(?: (?<sign>[=<]) (?<foreign>\\S+))?(?<order> ~)?");
  private static final Pattern PARTS = Pattern.compile("(.*)\\[(.*)](.*)");

  NameRule {
    foreign = List.copyOf(foreign);
  }

  static NameRule parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected 'official = foreign', got '" + line + "'");
    }
    String official = matcher.group("official");
    String foreign = matcher.group("foreign") == null ? official : matcher.group("foreign");
    return new NameRule(
        new NameTemplate(official),
        inParts(foreign),
        !"<".equals(matcher.group("sign")),
        matcher.group("order") != null);
  }

  private static List<NameTemplate> inParts(String foreign) {
    Matcher matcher = PARTS.matcher(foreign);
    if (!matcher.matches()) {
      return List.of(new NameTemplate(foreign));
    }
    return Arrays.stream(matcher.group(2).split(","))
        .map(part -> new NameTemplate(matcher.group(1) + part + matcher.group(3)))
        .toList();
  }

  /**
   * What the rule makes.
   *
   * @param sameName whether both schemes spell the name alike
   */
  Making making(boolean sameName) {
    if (foreign.size() > 1) {
      return Making.JOINED;
    }
    if (unfolded) {
      return Making.REORDERED;
    }
    return sameName ? Making.SAME : Making.RENAMED;
  }
}
