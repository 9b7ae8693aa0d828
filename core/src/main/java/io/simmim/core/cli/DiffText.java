package io.simmim.core.cli;

import io.simmim.core.inspect.CheckpointDiff;
import io.simmim.core.inspect.CheckpointDiff.Section;
import io.simmim.core.inspect.Difference;
import io.simmim.core.inspect.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison for a terminal. */
final class DiffText {

  private DiffText() {}

  static List<String> lines(CheckpointDiff diff) {
    List<String> lines = new ArrayList<>();
    lines.add("A  " + Printable.of(diff.a()));
    lines.add("B  " + Printable.of(diff.b()));
    if (diff.renamed()) {
      lines.add("The files name the same tensors otherwise; weights go by their official names.");
    }
    diff.sections().forEach((part, section) -> add(lines, part, section));
    lines.add("");
    lines.add(diff.isEqual() ? "Equal in everything." : "The files differ.");
    return lines;
  }

  private static void add(List<String> lines, CheckpointDiff.Part part, Section section) {
    lines.add("");
    lines.add(
        "%s: %d tensors and %d other values equal, %d different"
            .formatted(
                part.name().toLowerCase(Locale.ROOT),
                section.equalTensors(),
                section.equalValues(),
                section.differences().size()));
    if (!section.differences().isEmpty()) {
      TextTable table = new TextTable(List.of("  name", "A", "B", "max abs", "max rel", "values"));
      section.differences().forEach((name, difference) -> add(table, "  " + name, difference));
      lines.addAll(table.withoutEmptyColumns().plain());
    }
  }

  private static void add(TextTable table, String name, Difference difference) {
    String shown = Printable.of(name);
    if (difference instanceof Difference.OnlyInA only) {
      table.add(shown, only.content(), "not there", "", "", "");
    } else if (difference instanceof Difference.OnlyInB only) {
      table.add(shown, "not there", only.content(), "", "", "");
    } else if (difference instanceof Difference.Unequal unequal) {
      table.add(shown, unequal.a(), unequal.b(), "", "", "");
    } else if (difference instanceof Difference.OtherValues other) {
      table.add(
          shown,
          "",
          "",
          number(other.maxAbs()),
          number(other.maxRelative()),
          Long.toString(other.elements()));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3e", value);
  }
}
