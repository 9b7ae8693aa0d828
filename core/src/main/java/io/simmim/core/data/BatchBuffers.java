package io.simmim.core.data;

import io.simmim.core.image.Normalization;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import java.nio.ByteBuffer;

/** The memory of one pre-training batch; threads may write different rows at the same time. */
final class BatchBuffers {

  private final Normalization normalization;
  private final ByteBuffer pixels;
  private final int perPicture;
  private final FloatRows masks;
  private final int[] indices;

  BatchBuffers(int batchSize, MaskGenerator masks, Normalization normalization) {
    this.normalization = normalization;
    int side = masks.inputSize();
    this.perPicture = normalization.channels() * side * side;
    this.pixels = ByteBuffer.allocateDirect(Math.multiplyExact(batchSize, perPicture));
    this.masks = FloatRows.allocate(batchSize, masks.gridSize() * masks.gridSize());
    this.indices = new int[batchSize];
  }

  void write(int row, int index, RgbImage image, PatchMask mask) {
    normalization.writeLevels(image, pixels.slice(row * perPicture, perPicture));
    mask.writeTo(masks.row(row));
    indices[row] = index;
  }

  Batch asBatch(int step) {
    return new Batch(pixels, masks.memory(), indices, step);
  }
}
