package io.simmim.core.data;

import io.simmim.core.image.Normalization;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The memory of one batch; threads may write different rows at the same time. */
final class BatchBuffers {

  private final int pixelsPerSample;
  private final int patchesPerSample;
  private final ByteBuffer pixels;
  private final ByteBuffer masks;
  private final int[] indices;

  BatchBuffers(int batchSize, MaskGenerator masks) {
    this.pixelsPerSample = RgbImage.CHANNELS * masks.inputSize() * masks.inputSize();
    this.patchesPerSample = masks.gridSize() * masks.gridSize();
    this.pixels = floats((long) batchSize * pixelsPerSample);
    this.masks = floats((long) batchSize * patchesPerSample);
    this.indices = new int[batchSize];
  }

  private static ByteBuffer floats(long count) {
    return ByteBuffer.allocateDirect(Math.toIntExact(count * Float.BYTES))
        .order(ByteOrder.nativeOrder());
  }

  void write(int row, int index, RgbImage image, PatchMask mask) {
    Normalization.IMAGENET.write(
        image, pixels.asFloatBuffer().slice(row * pixelsPerSample, pixelsPerSample));
    mask.writeTo(masks.asFloatBuffer().slice(row * patchesPerSample, patchesPerSample));
    indices[row] = index;
  }

  Batch asBatch(int step) {
    return new Batch(pixels, masks, indices, step);
  }
}
