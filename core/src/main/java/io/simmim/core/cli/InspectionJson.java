package io.simmim.core.cli;

import static io.simmim.core.cli.JsonText.number;
import static io.simmim.core.cli.JsonText.orNull;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ConfigFault;
import io.simmim.core.config.SimMimConfig.NormTarget;
import io.simmim.core.inspect.Finding;
import io.simmim.core.inspect.Fit;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.OptimizerSummary;
import io.simmim.core.inspect.TensorStats;
import io.simmim.core.inspect.TrainingSummary;
import io.simmim.core.reconstruct.TargetEstimate;
import io.simmim.core.weights.KeyRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A verdict as JSON: snake_case keys that are always there, null where nothing is known. */
final class InspectionJson {

  private final Inspection inspection;
  private final Optional<TargetEstimate> estimate;
  private final Map<String, TensorStats> stats;

  /** {@code stats} may lack tensors; {@code estimate} is of a target that is not stated. */
  InspectionJson(
      Inspection inspection, Optional<TargetEstimate> estimate, Map<String, TensorStats> stats) {
    this.inspection = inspection;
    this.estimate = estimate;
    this.stats = stats;
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("file", inspection.file().path().toString());
    tree.put("bytes", inspection.file().bytes());
    tree.put("format", name(inspection.file().format()));
    tree.put("scheme", name(inspection.official().scheme()));
    tree.put("kind", name(inspection.kind()));
    tree.put("written_by", name(inspection.writer()));
    tree.put("foreign_code", inspection.foreignCode());
    tree.put("family", inspection.inferred().map(found -> found.family().yamlName()).orElse(null));
    tree.put("config", inspection.embedded().map(c -> values(c.values().asMap())).orElse(null));
    tree.put(
        "config_faults", inspection.configFaults().stream().map(ConfigFault::toString).toList());
    tree.put("config_remark", inspection.file().configRemark().orElse(null));
    tree.put(
        "inferred",
        inspection
            .inferred()
            .map(found -> found.findings().stream().map(this::finding).toList())
            .orElse(null));
    tree.put("disagreements", disagreements());
    tree.put("fit", inspection.fit().map(InspectionJson::fit).orElse(null));
    tree.put("has_decoder", inspection.hasDecoder());
    tree.put("decoder_stride", inspection.hasDecoder() ? inspection.decoderStride() : null);
    tree.put("has_head", inspection.hasHead());
    tree.put("num_classes", inspection.hasHead() ? inspection.numClasses() : null);
    tree.put("classes", inspection.classes());
    tree.put("normalized_target", inspection.target().map(NormTarget::enable).orElse(null));
    tree.put("normalized_target_patch_size", targetPatch());
    tree.put("target_estimate", estimate.map(InspectionJson::estimate).orElse(null));
    addTraining(tree, inspection.training());
    tree.put("key_map", keyMap());
    tree.put("unmapped", inspection.official().unmapped());
    tree.put("tensors", tensors());
    tree.put("next_steps", inspection.nextSteps());
    return tree;
  }

  private List<Map<String, Object>> keyMap() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (KeyRow row : inspection.official().rows()) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("official", row.official());
      tree.put("in_file", row.others());
      tree.put("making", name(row.making()));
      tree.put("shape", row.shape());
      rows.add(tree);
    }
    return rows;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> values(Map<String, Object> config) {
    Map<String, Object> values = new LinkedHashMap<>();
    config.forEach((key, value) -> values.put(key, JsonText.value(value)));
    return values;
  }

  private Map<String, Object> finding(Finding finding) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("key", finding.key());
    tree.put("certainty", name(finding.certainty()));
    tree.put("value", JsonText.value(finding.value()));
    tree.put("remark", finding.remark());
    return tree;
  }

  private List<Map<String, Object>> disagreements() {
    List<Map<String, Object>> all = new ArrayList<>();
    inspection
        .disagreements()
        .forEach(
            disagreement -> {
              Map<String, Object> tree = new LinkedHashMap<>();
              tree.put("key", disagreement.key());
              tree.put("stated", JsonText.value(disagreement.stated()));
              tree.put("inferred", JsonText.value(disagreement.found().value()));
              all.add(tree);
            });
    return all;
  }

  private static Map<String, Object> fit(Fit fit) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("expected", fit.expected());
    tree.put("matched", fit.matched());
    tree.put("missing", fit.missing());
    tree.put("missing_buffers", fit.missingBuffers());
    tree.put(
        "differing",
        fit.differing().stream()
            .map(m -> Map.of("name", m.name(), "needed", m.needed(), "found", m.found()))
            .toList());
    tree.put("unexpected", fit.unexpected());
    tree.put("converted", fit.converted());
    return tree;
  }

  private Object targetPatch() {
    return inspection
        .target()
        .filter(NormTarget::enable)
        .<Object>map(NormTarget::patchSize)
        .orElse(null);
  }

  private static Map<String, Object> estimate(TargetEstimate estimate) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("verdict", name(estimate.verdict()));
    tree.put("raw_error", number(estimate.rawError()));
    tree.put("normalized_error", number(estimate.normalizedError()));
    tree.put("follows_brightness", number(estimate.follows()));
    tree.put("pictures", estimate.pictures());
    tree.put("sentence", estimate.sentence());
    return tree;
  }

  private static void addTraining(Map<String, Object> tree, TrainingSummary training) {
    tree.put("epoch", orNull(training.epoch()));
    tree.put("max_accuracy", orNull(training.maxAccuracy()));
    tree.put("optimizer", training.optimizer().map(InspectionJson::optimizer).orElse(null));
    tree.put("lr_scheduler", training.schedulerValues() > 0);
    tree.put("lr_scheduler_steps", orNull(training.schedulerSteps()));
    tree.put("scaler", training.scaler());
    tree.put("scale", orNull(training.scale()));
    Map<String, Object> position = new LinkedHashMap<>();
    training
        .position()
        .ifPresent(
            at -> {
              position.put("epoch", at.epoch());
              position.put("step", at.step());
              position.put("steps_per_epoch", at.stepsPerEpoch());
            });
    tree.put("position", position.isEmpty() ? null : position);
  }

  private static Map<String, Object> optimizer(OptimizerSummary optimizer) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", optimizer.kind());
    tree.put("groups", optimizer.groups());
    tree.put("parameters", optimizer.parameters());
    tree.put("steps", orNull(optimizer.steps()));
    tree.put("lr", orNull(optimizer.lr()));
    return tree;
  }

  private List<Map<String, Object>> tensors() {
    List<Map<String, Object>> all = new ArrayList<>();
    inspection.file().weights().forEach((name, tensor) -> all.add(tensor(name, tensor)));
    return all;
  }

  private Map<String, Object> tensor(String name, TensorData tensor) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    tree.put("dtype", name(tensor.type()));
    tree.put("shape", tensor.shape());
    tree.put("elements", tensor.elements());
    Optional<TensorStats> known = Optional.ofNullable(stats.get(name));
    tree.put("min", known.map(s -> number(s.min())).orElse(null));
    tree.put("mean", known.map(s -> number(s.mean())).orElse(null));
    tree.put("max", known.map(s -> number(s.max())).orElse(null));
    tree.put("std", known.map(s -> number(s.std())).orElse(null));
    tree.put("nan", known.map(TensorStats::nans).orElse(null));
    tree.put("inf", known.map(TensorStats::infinities).orElse(null));
    return tree;
  }
}
