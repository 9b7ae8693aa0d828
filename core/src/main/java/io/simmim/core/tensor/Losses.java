package io.simmim.core.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.IValue;

/**
 * The criteria of fine-tuning, each a 0-d float32 mean over the batch, differentiable, computed in
 * float32 whatever the type of the logits [B, K].
 */
public final class Losses {

  private final TorchScriptOps script;

  public Losses(TorchScriptOps script) {
    this.script = script;
  }

  /** {@code F.cross_entropy}: labels [B] int64 from 0 to K - 1. */
  public NDArray crossEntropy(NDArray logits, NDArray labels) {
    return script.tensor("cross_entropy", value(logits), value(labels));
  }

  /** {@code timm.loss.SoftTargetCrossEntropy}: targets [B, K], rows that sum to 1. */
  public NDArray softTargetCrossEntropy(NDArray logits, NDArray targets) {
    return script.tensor("soft_target_cross_entropy", value(logits), value(targets));
  }

  /**
   * {@code timm.loss.LabelSmoothingCrossEntropy}: {@code 1 - smoothing} of the label's negative log
   * likelihood, {@code smoothing} of its mean over all classes.
   */
  public NDArray labelSmoothingCrossEntropy(NDArray logits, NDArray labels, double smoothing) {
    return script.tensor(
        "label_smoothing_cross_entropy", value(logits), value(labels), IValue.from(smoothing));
  }

  private static IValue value(NDArray x) {
    return IValue.from(Ops.pt(x));
  }
}
