package io.simmim.workbench.checkpoint;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.inspect.ExpectedTensors;
import io.simmim.core.inspect.Fit;
import io.simmim.core.inspect.InferredConfig;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.Kind;
import io.simmim.core.inspect.Printable;
import io.simmim.core.pretrained.TargetModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sorts the tensors of a file by how they fit its model. */
final class FitGroups {

  private final Map<String, String> found = new HashMap<>();
  private final Map<String, String> needed = new HashMap<>();

  private FitGroups(Inspection inspection) {
    TensorRows.of(inspection.file())
        .forEach(row -> found.put(row.name(), row.type() + " " + row.shape()));
    expected(inspection)
        .forEach((name, tensor) -> needed.put(name, Sizes.typed(tensor.type(), tensor.shape())));
  }

  /** The groups; empty when the model is not known. */
  static List<FitGroup> of(Inspection inspection) {
    return inspection.fit().map(fit -> new FitGroups(inspection).groups(fit)).orElse(List.of());
  }

  private List<FitGroup> groups(Fit fit) {
    List<FitGroup> groups = new ArrayList<>();
    groups.add(
        new FitGroup("matched", "match", "Right name, shape and type.", false, matched(fit)));
    groups.add(
        new FitGroup(
            "missing",
            "missing",
            "The model learns these and the file does not have them.",
            true,
            fit.missing().stream().map(name -> tensor(name, needed)).toList()));
    groups.add(
        new FitGroup(
            "differing",
            "of another shape or type",
            "In the file otherwise than the model needs them.",
            true,
            fit.differing().stream()
                .map(m -> shown(m.name(), m.found() + ", needed " + m.needed()))
                .toList()));
    groups.add(
        new FitGroup(
            "unexpected",
            "unexpected",
            "In the file, but not in this model.",
            true,
            fit.unexpected().stream().map(name -> tensor(name, found)).toList()));
    if (!fit.missingBuffers().isEmpty()) {
      groups.add(
          new FitGroup(
              "computed",
              "computed, not stored",
              "Every model computes these itself; that the file lacks them is no fault.",
              false,
              fit.missingBuffers().stream().map(name -> tensor(name, needed)).toList()));
    }
    return groups;
  }

  private List<FitGroup.Tensor> matched(Fit fit) {
    Set<String> others = new HashSet<>(fit.unexpected());
    fit.differing().forEach(misfit -> others.add(misfit.name()));
    return needed.keySet().stream()
        .filter(found::containsKey)
        .filter(name -> !others.contains(name))
        .sorted()
        .map(name -> tensor(name, found))
        .collect(Collectors.toList());
  }

  private static FitGroup.Tensor tensor(String name, Map<String, String> details) {
    return shown(name, details.getOrDefault(name, ""));
  }

  private static FitGroup.Tensor shown(String name, String detail) {
    return new FitGroup.Tensor(Printable.of(name), detail);
  }

  /** What the model has; as {@link Inspection} compares, but with the shapes. */
  private static Map<String, TargetModel.Tensor> expected(Inspection inspection) {
    Optional<ExperimentConfig> config =
        inspection.embedded().or(() -> inspection.inferred().flatMap(InferredConfig::config));
    return config.map(c -> expected(inspection, c)).orElse(Map.of());
  }

  private static Map<String, TargetModel.Tensor> expected(
      Inspection inspection, ExperimentConfig config) {
    if (inspection.kind() == Kind.PRETRAINING) {
      return ExpectedTensors.pretraining(config);
    }
    if (inspection.hasHead()) {
      return ExpectedTensors.classifier(config);
    }
    List<TensorRow> rows = TensorRows.of(inspection.file());
    return ExpectedTensors.encoder(
        config,
        rows.stream().anyMatch(row -> row.name().startsWith("encoder.")),
        rows.stream().anyMatch(row -> row.name().endsWith("mask_token")));
  }
}
