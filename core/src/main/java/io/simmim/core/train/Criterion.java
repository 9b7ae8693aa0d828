package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Losses;

/**
 * The loss of fine-tuning ({@code main_finetune.py}): cross entropy with soft targets when images
 * are mixed, with smoothed labels when they are not, and plain without MODEL.LABEL_SMOOTHING.
 */
final class Criterion {

  private final Losses losses;
  private final double smoothing;

  Criterion(Losses losses, double smoothing) {
    this.losses = losses;
    this.smoothing = smoothing;
  }

  /** logits [B, K], targets [B, K] with rows that sum to 1 -> []. */
  NDArray soft(NDArray logits, NDArray targets) {
    return losses.softTargetCrossEntropy(logits, targets);
  }

  /** logits [B, K], labels [B] int64 -> []. */
  NDArray hard(NDArray logits, NDArray labels) {
    return smoothing > 0
        ? losses.labelSmoothingCrossEntropy(logits, labels, smoothing)
        : losses.crossEntropy(logits, labels);
  }
}
