package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import java.util.List;

/** A position bias that several layers add, while each goes backward alone; or none. */
final class SharedBias {

  private final NDArray bias; // null for none
  private final NDArray leaf;
  private NDArray flow; // null before the first layer

  private SharedBias(NDArray bias, NDArray leaf) {
    this.bias = bias;
    this.leaf = leaf;
  }

  /** {@code bias} may be null. */
  static SharedBias of(NDArray bias) {
    return new SharedBias(bias, bias == null ? null : Ops.leaf(bias));
  }

  boolean isThere() {
    return bias != null;
  }

  /** Its values, where a layer's backward pass stops. */
  NDArray leaf() {
    return leaf;
  }

  /** What flowed back into it from one layer. */
  void add(NDArray gradient) {
    if (flow == null) {
      flow = Scope.keep(gradient);
    } else {
      flow.addi(gradient);
    }
  }

  /** Goes on backward from all layers together. */
  void backward(Gradients gradients) {
    if (flow != null) {
      gradients.backward(bias, flow, List.of());
      flow.close();
    }
  }
}
