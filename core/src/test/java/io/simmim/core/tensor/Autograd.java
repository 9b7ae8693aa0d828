package io.simmim.core.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.JniUtils;

/** The gradients that libtorch itself keeps beside each leaf, to compare with. */
public final class Autograd {

  private Autograd() {}

  /** Accumulates d(y)/d(leaf) into the gradient of every leaf; y is a float32 scalar. */
  public static void backward(NDArray y) {
    backward(y, y.getManager().ones(y.getShape(), DataType.FLOAT32));
  }

  /** Accumulates d(sum of y * flow)/d(leaf) into the gradient of every leaf. */
  public static void backward(NDArray y, NDArray flow) {
    JniUtils.backward(Ops.pt(y), Ops.pt(flow), false, false);
  }

  /** The accumulated gradient itself, not a copy; zeros before the first backward pass. */
  public static NDArray gradient(NDArray leaf) {
    return Ops.pt(leaf).getGradient();
  }

  public static void zeroGradient(NDArray leaf) {
    JniUtils.zeroGrad(Ops.pt(leaf));
  }
}
