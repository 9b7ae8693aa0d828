package io.simmim.core.convert;

import static java.util.stream.Collectors.joining;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.inspect.Fit;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.Kind;
import io.simmim.core.model.ComputedBuffers;
import io.simmim.core.pretrained.TargetModel;
import io.simmim.core.weights.LazyTensors;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The whole state dict of a model, in official order: the tensors of a file, and the buffers that
 * it lacks as the model computes them.
 *
 * @param buffers names of all buffers
 * @param computed names of those that the file lacks
 * @param others names in the file, as official ones, that the model does not have
 */
record OfficialModel(
    Kind kind,
    ExperimentConfig config,
    Map<String, TensorData> tensors,
    Set<String> buffers,
    List<String> computed,
    List<String> others) {

  private static final int NAMED = 3;

  /**
   * Completes what a file holds.
   *
   * @param stated its configuration
   * @param allowPartial whether learned tensors may be missing
   * @throws CheckpointException when some are and that is not allowed, or when some do not fit
   */
  static OfficialModel of(Inspection file, ExperimentConfig stated, boolean allowPartial)
      throws CheckpointException {
    if (file.kind() == Kind.UNKNOWN) {
      throw new CheckpointException(
          "Checkpoint '%s' holds no model known here, so its tensors have no official names; only Swin, Swin V2 and ViT as BEiT has it can be converted."
              .formatted(file.file().path()));
    }
    ExperimentConfig config =
        file.hasHead() ? stated.with("MODEL.NUM_CLASSES", file.numClasses()) : stated;
    Map<String, TargetModel.Tensor> expected = file.expected(config);
    Fit fit = Fit.of(file.official(), expected);
    requireFit(file, fit, allowPartial);
    Map<String, TensorData> saved = file.official().tensors();
    ComputedBuffers buffers = new ComputedBuffers(config, file.kind() == Kind.PRETRAINING);
    Map<String, Supplier<TensorData>> makers = new LinkedHashMap<>();
    expected.forEach(
        (name, tensor) -> {
          if (saved.containsKey(name)) {
            makers.put(name, () -> saved.get(name));
          } else if (tensor.buffer()) {
            makers.put(name, () -> buffers.tensor(name, tensor.shape()));
          }
        });
    return new OfficialModel(
        file.kind(),
        config,
        new LazyTensors(makers),
        buffers(expected),
        fit.missingBuffers(),
        saved.keySet().stream().filter(name -> !expected.containsKey(name)).toList());
  }

  /** The same with the tensors of floating-point numbers in the format of {@code type}. */
  OfficialModel as(NumberFormat type) {
    Map<String, Supplier<TensorData>> makers = new LinkedHashMap<>();
    tensors.keySet().forEach(name -> makers.put(name, () -> type.of(name, tensors.get(name))));
    return new OfficialModel(kind, config, new LazyTensors(makers), buffers, computed, others);
  }

  private static Set<String> buffers(Map<String, TargetModel.Tensor> expected) {
    Set<String> names = new HashSet<>(expected.keySet());
    names.removeIf(name -> !expected.get(name).buffer());
    return names;
  }

  private static void requireFit(Inspection file, Fit fit, boolean allowPartial)
      throws CheckpointException {
    if (fit.missing().isEmpty() && fit.differing().isEmpty()) {
      return;
    }
    List<String> shapes =
        fit.differing().stream()
            .map(m -> "%s (%s, needed %s)".formatted(m.name(), m.found(), m.needed()))
            .toList();
    if (allowPartial && fit.differing().isEmpty()) {
      return;
    }
    throw new CheckpointException(
        "Checkpoint '%s' is not the whole of its model: %s; give the right configuration with --cfg%s."
            .formatted(
                file.file().path(),
                Stream.of(listed("missing", fit.missing()), listed("of another shape", shapes))
                    .filter(text -> !text.isEmpty())
                    .collect(joining("; ")),
                fit.differing().isEmpty()
                    ? ", or convert what is there with --allow-partial"
                    : ""));
  }

  static String listed(String what, List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
    return what + " " + names.stream().limit(NAMED).collect(joining(", ")) + more;
  }
}
