package io.simmim.core.inspect;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.pretrained.TargetModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the tensors of a model in the order of {@code state_dict()}. */
final class TensorList {

  private final Map<String, TargetModel.Tensor> tensors;
  private final String prefix;

  TensorList() {
    this(new LinkedHashMap<>(), "");
  }

  private TensorList(Map<String, TargetModel.Tensor> tensors, String prefix) {
    this.tensors = tensors;
    this.prefix = prefix;
  }

  /** The same list, where every name added begins with {@code name} and a dot. */
  TensorList child(String name) {
    return new TensorList(tensors, prefix + name + ".");
  }

  void parameter(String name, long... shape) {
    add(name, ScalarType.FLOAT32, false, shape);
  }

  void buffer(String name, ScalarType type, long... shape) {
    add(name, type, true, shape);
  }

  private void add(String name, ScalarType type, boolean buffer, long... shape) {
    tensors.put(
        prefix + name, new TargetModel.Tensor(Arrays.stream(shape).boxed().toList(), type, buffer));
  }

  void linear(String name, long in, long out, boolean bias) {
    TensorList child = child(name);
    child.parameter("weight", out, in);
    if (bias) {
      child.parameter("bias", out);
    }
  }

  void layerNorm(String name, long dim) {
    TensorList child = child(name);
    child.parameter("weight", dim);
    child.parameter("bias", dim);
  }

  void convolution(String name, long in, long out, long kernel) {
    TensorList child = child(name);
    child.parameter("weight", out, in, kernel, kernel);
    child.parameter("bias", out);
  }

  /** The hidden width is cut to a whole number. */
  void mlp(long dim, double ratio) {
    long hidden = (long) (dim * ratio);
    TensorList child = child("mlp");
    child.linear("fc1", dim, hidden, true);
    child.linear("fc2", hidden, dim, true);
  }

  Map<String, TargetModel.Tensor> tensors() {
    return tensors;
  }
}
