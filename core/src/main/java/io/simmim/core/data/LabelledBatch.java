package io.simmim.core.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * Network inputs with their classes. The buffers are direct, in native byte order, start at
 * position 0 and are <b>reused</b>: a batch is valid until it is asked whether there is another, or
 * until the epoch is closed.
 */
public final class LabelledBatch {

  private final ByteBuffer pixels;
  private final Optional<ByteBuffer> targets;
  private final int[] labels;
  private final int[] indices;
  private final int step;

  LabelledBatch(
      ByteBuffer pixels, Optional<ByteBuffer> targets, int[] labels, int[] indices, int step) {
    this.pixels = pixels;
    this.targets = targets;
    this.labels = labels;
    this.indices = indices;
    this.step = step;
  }

  /** Normalised pixels, float32 [B, C, H, W]. */
  public FloatBuffer pixels() {
    return pixelBytes().asFloatBuffer();
  }

  /** The memory of {@link #pixels}, which an engine can use without a copy. */
  public ByteBuffer pixelBytes() {
    return pixels.duplicate().order(ByteOrder.nativeOrder());
  }

  /** Class of each sample's own image, 0..classes - 1, [B]. */
  public int[] labels() {
    return labels.clone();
  }

  /**
   * The memory of the soft targets, float32 [B, classes], each row with sum 1; null where images
   * are not mixed, so that the labels are the targets.
   */
  public ByteBuffer targetBytes() {
    return targets.map(bytes -> bytes.duplicate().order(ByteOrder.nativeOrder())).orElse(null);
  }

  /** Index of each sample's image in its part of the data set, [B]. */
  public int[] indices() {
    return indices.clone();
  }

  /** Samples in the batch: B, at least 1. */
  public int size() {
    return labels.length;
  }

  /** Which step of its epoch this is, from 0. */
  public int step() {
    return step;
  }
}
