package io.simmim.core.cli;

import static java.util.stream.Collectors.joining;

import io.simmim.core.config.SimMimConfig.NormTarget;
import io.simmim.core.inspect.Fit;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.Kind;
import io.simmim.core.inspect.OptimizerSummary;
import io.simmim.core.inspect.Printable;
import io.simmim.core.inspect.TrainingSummary;
import io.simmim.core.reconstruct.TargetEstimate;
import io.simmim.core.weights.KeyRow.Making;
import io.simmim.core.weights.OfficialWeights;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The single facts of a verdict, one a line behind its name. */
final class FactList {

  private static final int NAMED = 10;
  private static final String NONE = "no";

  private final Inspection inspection;
  private final Optional<TargetEstimate> estimate;
  private final List<String> lines = new ArrayList<>();

  FactList(Inspection inspection, Optional<TargetEstimate> estimate) {
    this.inspection = inspection;
    this.estimate = estimate;
  }

  List<String> lines() {
    add("file", Printable.of(inspection.file().path()));
    add("size", String.format(Locale.ROOT, "%.1f MB", inspection.file().bytes() / 1e6));
    add("format", inspection.file().format().text());
    add("names", names());
    add("kind", inspection.kind().text());
    add("written by", inspection.writer().text());
    if (!inspection.foreignCode().isEmpty()) {
      add("foreign code", foreignCode());
    }
    add("model", inspection.inferred().map(f -> f.family().yamlName()).orElse("not known"));
    add("configuration", configuration());
    add("tensors", inspection.fit().map(this::fit).orElseGet(this::counted));
    add("decoder", decoder());
    add("head", head());
    if (inspection.hasDecoder()) {
      add("target", inspection.target().map(FactList::target).orElseGet(this::estimated));
    }
    addTraining(inspection.training());
    return lines;
  }

  private void add(String name, String value) {
    lines.add(String.format("%-14s  %s", name, value));
  }

  private String names() {
    OfficialWeights official = inspection.official();
    if (inspection.kind() == Kind.UNKNOWN) {
      return "not known";
    }
    Map<Making, Long> counts = new EnumMap<>(Making.class);
    official.rows().forEach(row -> counts.merge(row.making(), 1L, Long::sum));
    String made =
        counts.entrySet().stream()
            .filter(count -> count.getKey() != Making.SAME)
            .map(count -> ", %d %s".formatted(count.getValue(), count.getKey().text()))
            .collect(joining());
    int unmapped = official.unmapped().size();
    return official.scheme().text()
        + made
        + (unmapped == 0 ? "" : ", %d without an official name".formatted(unmapped));
  }

  private String foreignCode() {
    List<String> names = inspection.foreignCode();
    return names.stream().limit(NAMED).map(Printable::of).collect(joining(", "))
        + (names.size() > NAMED ? ", ..." : "")
        + "; nothing of it was run, but Python may run it";
  }

  private String configuration() {
    if (inspection.embedded().isPresent()) {
      int wrong = inspection.disagreements().size();
      return wrong == 0
          ? "in the file; the tensors agree"
              + inspection.file().configRemark().map(r -> ". " + r).orElse("")
          : "in the file, but in " + wrong + " keys not that of the tensors";
    }
    if (inspection.file().configProblem().isPresent()) {
      return "not usable: " + Printable.of(inspection.file().configProblem().get());
    }
    return inspection.configFaults().isEmpty()
        ? "not in the file; what the tensors tell is below"
        : "in the file, but not valid: " + Printable.of(inspection.configFaults().get(0));
  }

  private String fit(Fit fit) {
    return "%d in the file; %d of the %d of this model match%s"
        .formatted(
            inspection.file().weights().size(),
            fit.matched(),
            fit.expected(),
            fit.converted() == 0
                ? ""
                : ", %d of them not as float32, which they become".formatted(fit.converted()));
  }

  private String counted() {
    return inspection.file().weights().size() + " in the file";
  }

  private String decoder() {
    if (!inspection.hasDecoder()) {
      return "no: it cannot reconstruct";
    }
    long stride = inspection.decoderStride();
    return stride > 0
        ? "yes, %d x %d pixels from a token: it can reconstruct".formatted(stride, stride)
        : "yes, but its outputs are no square of pixels";
  }

  private String head() {
    if (!inspection.hasHead()) {
      return "no: it cannot classify";
    }
    List<String> names = inspection.classes().stream().limit(NAMED).map(Printable::of).toList();
    String more = inspection.classes().size() > NAMED ? ", ..." : "";
    return "yes, %d classes%s"
        .formatted(
            inspection.numClasses(),
            names.isEmpty() ? ", names not stated" : ": " + String.join(", ", names) + more);
  }

  private static String target(NormTarget target) {
    return target.enable()
        ? "normalised in windows of %d x %d pixels"
            .formatted(target.patchSize(), target.patchSize())
        : "raw pixels";
  }

  private String estimated() {
    return estimate.map(found -> "not stated; " + found.sentence()).orElse("not stated");
  }

  private void addTraining(TrainingSummary training) {
    add("epoch", text(training.epoch(), ", counted from 0"));
    add("max accuracy", text(training.maxAccuracy(), " %"));
    add("optimizer", training.optimizer().map(FactList::optimizer).orElse(NONE));
    add(
        "lr schedule",
        training.schedulerValues() == 0
            ? NONE
            : "yes, steps: " + text(training.schedulerSteps(), ""));
    add("loss scaling", training.scaler() ? "yes, scale: " + text(training.scale(), "") : NONE);
    add(
        "position",
        training
            .position()
            .map(
                at ->
                    "epoch %d, step %d of %d".formatted(at.epoch(), at.step(), at.stepsPerEpoch()))
            .orElse("not stated"));
  }

  private static String optimizer(OptimizerSummary optimizer) {
    return "%s, %d groups, %d parameters, steps: %s, lr: %s"
        .formatted(
            optimizer.kind(),
            optimizer.groups(),
            optimizer.parameters(),
            text(optimizer.steps(), ""),
            text(optimizer.lr(), ""));
  }

  private static String text(OptionalLong value, String unit) {
    return value.isPresent() ? value.getAsLong() + unit : "not stated";
  }

  private static String text(OptionalDouble value, String unit) {
    return value.isPresent() ? number(value.getAsDouble()) + unit : "not stated";
  }

  private static String number(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value, new MathContext(5)).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
