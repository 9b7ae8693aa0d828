package io.simmim.core.tensor;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;

/**
 * {@code nn.Linear} and the feed-forward half of a transformer block.
 *
 * <p>On a CPU libtorch multiplies float32 matrices with MKL, which leaves the wide vectors of other
 * makers' processors unused, while oneDNN, in the same library, takes little more than half the
 * time there (ADR 0011). oneDNN's operators come with their own gradients but want their own
 * layout; copying into it pays for large products only. Under autocast, on a GPU, and in a library
 * without oneDNN, the engine's own operators compute.
 */
public final class DenseLayers {

  /** Multiply-adds from which oneDNN is faster in spite of the copies (ADR 0011). */
  static final long WORTH_COPYING = 8_000_000;

  private final TorchScriptOps script;
  private final boolean oneDnn;

  private DenseLayers(TorchScriptOps script, boolean oneDnn) {
    this.script = script;
    this.oneDnn = oneDnn;
  }

  static DenseLayers of(TorchScriptOps script, NDManager manager) {
    return new DenseLayers(script, !manager.getDevice().isGpu() && works(script, manager));
  }

  private static boolean works(TorchScriptOps script, NDManager manager) {
    try (Scope scope = Scope.open();
        GradMode off = GradMode.off()) {
      NDArray one = manager.ones(new Shape(1, 1));
      return Ops.scalar(script.tensor("linear_without_bias", value(one), value(one))) == 1;
    } catch (EngineException e) {
      return false; // Built without it.
    }
  }

  /** Whether large float32 products are left to oneDNN. */
  public boolean usesOneDnn() {
    return oneDnn;
  }

  /**
   * {@code x W^T + b}; x [*, in], weight [out, in], bias [out] or null -> [*, out].
   *
   * <p>Differentiable.
   */
  public NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    if (!isFasterByOneDnn(x, weight)) {
      return Ops.linear(x, weight, bias);
    }
    return bias == null
        ? script.tensor("linear_without_bias", value(x), value(weight))
        : script.tensor("linear", value(x), value(weight), value(bias));
  }

  /**
   * Linear, GELU (exact), Linear; x [*, C], weight1 [hidden, C], weight2 [out, hidden] -> [*, out].
   * The hidden activations, the largest of a block, stay in oneDNN's layout.
   *
   * <p>Differentiable.
   */
  public NDArray mlp(NDArray x, NDArray weight1, NDArray bias1, NDArray weight2, NDArray bias2) {
    if (!isFasterByOneDnn(x, weight1)) {
      return Ops.linear(Ops.gelu(Ops.linear(x, weight1, bias1)), weight2, bias2);
    }
    return script.tensor(
        "mlp", value(x), value(weight1), value(bias1), value(weight2), value(bias2));
  }

  private boolean isFasterByOneDnn(NDArray x, NDArray weight) {
    long out = weight.getShape().get(0);
    return oneDnn
        && x.size() * out >= WORTH_COPYING
        && x.getDataType() == DataType.FLOAT32
        && !AutocastMode.current(x.getDevice()).enabled();
  }

  private static IValue value(NDArray array) {
    return IValue.from(Ops.pt(array));
  }
}
