package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.pretrained.PretrainedWeights;
import io.simmim.core.pretrained.TargetModel;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.weights.PublishedNames;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Copies a model's tensors out of and into the engine, by official name. */
public final class StateDict {

  private StateDict() {}

  /** Every parameter and buffer of the model, copied. */
  public static Map<String, Object> capture(ParameterMap parameters) {
    Map<String, Object> state = new LinkedHashMap<>();
    parameters.state().forEach((name, value) -> state.put(name, tensorData(value)));
    return state;
  }

  /** Shape, type and role of every parameter and buffer, for {@link PretrainedWeights}. */
  public static Map<String, TargetModel.Tensor> describe(ParameterMap parameters) {
    Map<String, TargetModel.Tensor> tensors = new LinkedHashMap<>();
    parameters
        .state()
        .forEach(
            (name, value) ->
                tensors.put(
                    name,
                    new TargetModel.Tensor(
                        shape(value),
                        scalarType(value.getDataType()),
                        !parameters.parameters().containsKey(name))));
    return tensors;
  }

  private static List<Long> shape(NDArray array) {
    return Arrays.stream(array.getShape().getShape()).boxed().toList();
  }

  /** A copy of one array. */
  public static TensorData tensorData(NDArray array) {
    ByteBuffer bytes = Ops.bytes(array).order(ByteOrder.LITTLE_ENDIAN);
    return new TensorData(scalarType(array.getDataType()), shape(array), bytes);
  }

  /**
   * Loads a state dict that must fit exactly, but for names that were changed since; see {@link
   * PublishedNames}.
   *
   * @throws CheckpointException naming what is missing, unexpected or of another shape
   */
  public static void load(TorchEngine engine, ParameterMap parameters, Map<?, ?> published)
      throws CheckpointException {
    Map<String, Object> saved = new LinkedHashMap<>();
    published.forEach(
        (name, value) -> saved.put(PublishedNames.current(String.valueOf(name)), value));
    Set<String> missing = new TreeSet<>(parameters.state().keySet());
    missing.removeIf(saved::containsKey);
    Set<Object> unexpected = new TreeSet<>(saved.keySet());
    unexpected.removeAll(parameters.state().keySet());
    if (!missing.isEmpty() || !unexpected.isEmpty()) {
      throw new CheckpointException(
          "The checkpoint does not fit this model: missing "
              + listed(missing)
              + "; unexpected "
              + listed(unexpected)
              + "; use the configuration that it was trained with.");
    }
    for (Map.Entry<String, NDArray> entry : parameters.state().entrySet()) {
      if (!(saved.get(entry.getKey()) instanceof TensorData data)) {
        throw new CheckpointException("In the checkpoint, " + entry.getKey() + " is not a tensor.");
      }
      copyInto(engine, entry.getValue(), data, entry.getKey());
    }
  }

  /** Copies one saved tensor over {@code target}, which must have its shape and type. */
  public static void copyInto(TorchEngine engine, NDArray target, TensorData data, String name)
      throws CheckpointException {
    List<Long> shape = shape(target);
    ScalarType type = scalarType(target.getDataType());
    if (!shape.equals(data.shape()) || type != data.type()) {
      throw new CheckpointException(
          "In the checkpoint, "
              + name
              + " is "
              + data.type()
              + data.shapeText()
              + ", but this model needs "
              + type
              + shape
              + "; use the configuration that it was trained with.");
    }
    ByteBuffer direct =
        ByteBuffer.allocateDirect(data.view().remaining()).order(ByteOrder.nativeOrder());
    direct.put(data.view()).rewind();
    engine.script().copy(target, direct);
  }

  private static String listed(Set<?> names) {
    if (names.isEmpty()) {
      return "nothing";
    }
    String more = names.size() > 3 ? " and " + (names.size() - 3) + " more" : "";
    return names.stream().limit(3).map(Object::toString).collect(Collectors.joining(", ")) + more;
  }

  private static ScalarType scalarType(DataType type) {
    return switch (type) {
      case FLOAT32 -> ScalarType.FLOAT32;
      case INT64 -> ScalarType.INT64;
      default -> throw new IllegalArgumentException("expected FLOAT32 or INT64, got " + type);
    };
  }
}
