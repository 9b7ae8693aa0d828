package io.simmim.core.cli;

import static java.util.stream.Collectors.joining;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.inspect.Finding;
import io.simmim.core.inspect.Fit;
import io.simmim.core.inspect.InferredConfig;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.Printable;
import io.simmim.core.inspect.TensorStats;
import io.simmim.core.reconstruct.TargetEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A verdict for a terminal. */
final class InspectionText {

  private static final int NAMED = 5;

  private final Inspection inspection;
  private final Optional<TargetEstimate> estimate;

  /** {@code estimate} is of a target that is not stated. */
  InspectionText(Inspection inspection, Optional<TargetEstimate> estimate) {
    this.inspection = inspection;
    this.estimate = estimate;
  }

  /** Everything but the tensor table. */
  List<String> verdict() {
    List<String> lines = new ArrayList<>(new FactList(inspection, estimate).lines());
    inspection.fit().ifPresent(fit -> addFit(lines, fit));
    inspection.inferred().ifPresent(found -> addModel(lines, found));
    lines.add("");
    lines.addAll(inspection.nextSteps());
    return lines;
  }

  private static void addFit(List<String> lines, Fit fit) {
    add(lines, "missing", fit.missing());
    add(lines, "missing, but computed by the model", fit.missingBuffers());
    add(lines, "of another shape or type", misfits(fit));
    add(lines, "unexpected", fit.unexpected());
  }

  private static List<String> misfits(Fit fit) {
    return fit.differing().stream()
        .map(m -> "%s (%s, needed %s)".formatted(m.name(), m.found(), m.needed()))
        .toList();
  }

  private static void add(List<String> lines, String what, List<String> names) {
    if (!names.isEmpty()) {
      String listed = names.stream().limit(NAMED).map(Printable::of).collect(joining(", "));
      String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
      lines.add("  %d %s: %s%s".formatted(names.size(), what, listed, more));
    }
  }

  private void addModel(List<String> lines, InferredConfig found) {
    TextTable table = new TextTable(List.of("key", "in the file", "from the tensors", ""));
    for (Finding finding : found.findings()) {
      boolean wrong =
          inspection.disagreements().stream().anyMatch(d -> d.key().equals(finding.key()));
      table.add(
          finding.key(), stated(finding), finding.text(), wrong ? "DISAGREE" : finding.remark());
    }
    lines.add("");
    lines.addAll(table.withoutEmptyColumns().plain());
  }

  private String stated(Finding finding) {
    return inspection
        .embedded()
        .map(config -> Printable.of(config.values().get(finding.key())))
        .orElse("");
  }

  /** The tensors of the file, with statistics where there are some. */
  List<String> tensors(Map<String, TensorStats> stats) {
    TextTable table =
        new TextTable(
            List.of(
                "tensor", "dtype", "shape", "elements", "min", "mean", "max", "std", "NaN", "Inf"));
    inspection
        .file()
        .weights()
        .forEach((name, tensor) -> addRow(table, name, tensor, stats.get(name)));
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(table.withoutEmptyColumns().plain());
    return lines;
  }

  /** {@code s} is null where no statistics were wanted. */
  private static void addRow(TextTable table, String name, TensorData tensor, TensorStats s) {
    table.add(
        Printable.of(name),
        tensor.type().name().toLowerCase(Locale.ROOT),
        tensor.shapeText(),
        Long.toString(tensor.elements()),
        s == null ? "" : number(s.min()),
        s == null ? "" : number(s.mean()),
        s == null ? "" : number(s.max()),
        s == null ? "" : number(s.std()),
        s == null || s.nans() == 0 ? "" : Long.toString(s.nans()),
        s == null || s.infinities() == 0 ? "" : Long.toString(s.infinities()));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3e", value);
  }
}
