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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

  static List<Long> shape(NDArray array) {
    return Arrays.stream(array.getShape().getShape()).boxed().toList();
  }

  /** A copy of one array. */
  public static TensorData tensorData(NDArray array) {
    ByteBuffer bytes = Ops.bytes(array).order(ByteOrder.LITTLE_ENDIAN);
    return new TensorData(scalarType(array.getDataType()), shape(array), bytes);
  }

  /**
   * Loads a state dict. Names that were changed since are known, see {@link PublishedNames}, and
   * other floating-point types become float32. Buffers may be missing, since the model has computed
   * its own; everything else must fit exactly.
   *
   * @return sentences about what is not in the file as in the model
   * @throws CheckpointException naming what is missing, unexpected or of another shape
   */
  public static List<String> load(
      TorchEngine engine, ParameterMap parameters, Map<String, ?> published)
      throws CheckpointException {
    Map<String, String> saved = namesInFile(published);
    Set<String> missing = new TreeSet<>(parameters.parameters().keySet());
    missing.removeAll(saved.keySet());
    Set<String> unexpected = new TreeSet<>(saved.keySet());
    unexpected.removeAll(parameters.state().keySet());
    if (!missing.isEmpty() || !unexpected.isEmpty()) {
      throw new CheckpointException(
          "The checkpoint does not fit this model: missing "
              + listed(missing)
              + "; unexpected "
              + listed(unexpected)
              + "; use the configuration that it was trained with.");
    }
    TensorLoader loader = new TensorLoader(engine, parameters.state().values());
    int computed = 0;
    for (Map.Entry<String, NDArray> entry : parameters.state().entrySet()) {
      String name = saved.get(entry.getKey());
      if (name == null) {
        computed++;
      } else if (published.get(name) instanceof TensorData data) {
        loader.copy(entry.getValue(), data, entry.getKey());
      } else {
        throw new CheckpointException("In the checkpoint, " + entry.getKey() + " is not a tensor.");
      }
    }
    return remarks(loader, computed);
  }

  // The values stay where they are: each may be made when it is asked for, and is large.
  private static Map<String, String> namesInFile(Map<String, ?> published) {
    Map<String, String> names = new LinkedHashMap<>();
    published.keySet().forEach(name -> names.put(PublishedNames.current(name), name));
    return names;
  }

  private static List<String> remarks(TensorLoader loader, int computed) {
    List<String> remarks = new ArrayList<>(loader.remarks());
    if (computed > 0) {
      remarks.add(
          computed + " buffers are not in the checkpoint, so the model keeps what it computed.");
    }
    return Collections.unmodifiableList(remarks);
  }

  private static String listed(Set<?> names) {
    if (names.isEmpty()) {
      return "nothing";
    }
    String more = names.size() > 3 ? " and " + (names.size() - 3) + " more" : "";
    return names.stream().limit(3).map(Object::toString).collect(Collectors.joining(", ")) + more;
  }

  static ScalarType scalarType(DataType type) {
    return switch (type) {
      case FLOAT32 -> ScalarType.FLOAT32;
      case INT64 -> ScalarType.INT64;
      default -> throw new IllegalArgumentException("expected FLOAT32 or INT64, got " + type);
    };
  }
}
