package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.CheckpointDiff;
import io.simmim.core.inspect.CheckpointDiff.Part;
import io.simmim.core.inspect.CheckpointDiff.Section;
import io.simmim.core.inspect.Difference;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.Printable;
import io.simmim.workbench.fx.InWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two files side by side.
 *
 * @param sentence what they have in common, and what not
 * @param parts each part of the files in words
 * @param rows weights first, and of a part the largest difference first
 */
public record Comparison(
    Path a, Path b, String sentence, Map<Part, String> parts, List<DifferenceRow> rows) {

  public Comparison {
    parts = Map.copyOf(parts);
    rows = List.copyOf(rows);
  }

  static Comparison of(CheckpointDiff diff, Inspection first) {
    Map<String, Long> weights = elements(first, diff.renamed());
    List<DifferenceRow> rows = new ArrayList<>();
    Map<Part, String> parts = new java.util.EnumMap<>(Part.class);
    diff.sections()
        .forEach(
            (part, section) -> {
              parts.put(part, words(section));
              section
                  .differences()
                  .forEach(
                      (name, d) -> rows.add(row(part, name, d, weights.getOrDefault(name, 0L))));
            });
    Map<String, Difference> differing = diff.sections().get(Part.WEIGHTS).differences();
    weights.forEach(
        (name, count) -> {
          if (!differing.containsKey(name)) {
            rows.add(equal(name, count));
          }
        });
    rows.sort(
        Comparator.comparing(DifferenceRow::part)
            .thenComparing(Comparator.comparingDouble(DifferenceRow::weight).reversed()));
    String names =
        diff.renamed()
            ? " The files name their tensors in two ways, so they are compared under official names."
            : "";
    return new Comparison(diff.a(), diff.b(), sentence(diff) + names, parts, rows);
  }

  /** How many values each tensor has, by the name that the comparison gives it. */
  private static Map<String, Long> elements(Inspection file, boolean renamed) {
    Map<String, Long> elements = new LinkedHashMap<>();
    if (renamed) {
      file.official()
          .rows()
          .forEach(
              row ->
                  elements.put(row.official(), row.shape().stream().reduce(1L, (a, b) -> a * b)));
    } else {
      file.file().weights().forEach((name, tensor) -> elements.put(name, tensor.elements()));
    }
    return elements;
  }

  private static DifferenceRow row(Part part, String name, Difference difference, long elements) {
    String shown = Printable.of(name);
    if (difference instanceof Difference.OtherValues other) {
      return new DifferenceRow(
          part,
          shown,
          false,
          "",
          "",
          other.maxAbs(),
          other.maxRelative(),
          other.elements(),
          elements);
    }
    if (difference instanceof Difference.OnlyInA only) {
      return values(part, shown, only.content(), "not there");
    }
    if (difference instanceof Difference.OnlyInB only) {
      return values(part, shown, "not there", only.content());
    }
    Difference.Unequal unequal = (Difference.Unequal) difference;
    return values(part, shown, unequal.a(), unequal.b());
  }

  private static DifferenceRow values(Part part, String name, String a, String b) {
    return new DifferenceRow(part, name, false, a, b, Double.NaN, Double.NaN, 0, 0);
  }

  private static DifferenceRow equal(String name, long elements) {
    return new DifferenceRow(Part.WEIGHTS, Printable.of(name), true, "", "", 0, 0, 0, elements);
  }

  private static String words(Section section) {
    int equal = section.equalTensors() + section.equalValues();
    int different = section.differences().size();
    if (equal + different == 0) {
      return "in neither file";
    }
    return different == 0
        ? "all " + InWords.count(equal) + " equal"
        : InWords.count(different) + " different, " + InWords.count(equal) + " equal";
  }

  private static boolean inOneOnly(Difference difference) {
    return difference instanceof Difference.OnlyInA || difference instanceof Difference.OnlyInB;
  }

  private static String sentence(CheckpointDiff diff) {
    if (diff.isEqual()) {
      return "The two files hold the same in everything.";
    }
    Section weights = diff.sections().get(Part.WEIGHTS);
    if (weights.differences().isEmpty()) {
      return "The weights are the same in every bit; what differs lies beside them.";
    }
    // What a model computes by itself is kept by some programs only, and says nothing of it.
    Map<String, Difference> learned = new LinkedHashMap<>(weights.differences());
    learned.entrySet().removeIf(e -> inOneOnly(e.getValue()) && Facts.isComputed(e.getKey()));
    if (learned.isEmpty()) {
      return "The learned weights are the same in every bit; "
          + InWords.count(weights.differences().size())
          + " tables that a model computes by itself are in one file only.";
    }
    long sameForm =
        learned.values().stream().filter(Difference.OtherValues.class::isInstance).count();
    int all = weights.equalTensors() + learned.size();
    return sameForm == learned.size()
        ? "The same model with other weights: "
            + InWords.count(sameForm)
            + " of "
            + InWords.count(all)
            + " tensors differ in their values."
        : "Not the same model: "
            + InWords.count(learned.size() - sameForm)
            + " of "
            + InWords.count(all)
            + " tensors are in one file only or have another shape or type.";
  }
}
