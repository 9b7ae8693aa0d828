package io.simmim.core.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Pictures with their masks. The pixels are levels, a quarter of the memory and of the way to a GPU
 * that floats would take; they are normalised where the network is. The buffers are direct, in
 * native byte order, start at position 0 and are <b>reused</b>: a batch is valid until it is asked
 * whether there is another, or until the epoch is closed.
 */
public final class Batch {

  private final ByteBuffer pixels;
  private final ByteBuffer masks;
  private final int[] indices;
  private final int step;

  Batch(ByteBuffer pixels, ByteBuffer masks, int[] indices, int step) {
    this.pixels = pixels;
    this.masks = masks;
    this.indices = indices;
    this.step = step;
  }

  /** Pixels as 8-bit levels, not normalised yet, uint8 [B, C, H, W]. */
  public ByteBuffer pixels() {
    return pixels.duplicate();
  }

  /** Masks, float32 [B, h, w] in model patches, 1 = hidden. */
  public FloatBuffer masks() {
    return maskBytes().asFloatBuffer();
  }

  /** The memory of {@link #masks}. */
  public ByteBuffer maskBytes() {
    return masks.duplicate().order(ByteOrder.nativeOrder());
  }

  /** Index in the image folder of each sample, [B]. */
  public int[] indices() {
    return indices.clone();
  }

  /** Samples in the batch: B. */
  public int size() {
    return indices.length;
  }

  /** Which step of its epoch this is, from 0. */
  public int step() {
    return step;
  }
}
