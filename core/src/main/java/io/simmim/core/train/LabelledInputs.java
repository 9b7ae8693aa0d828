package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.LabelledBatch;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Makes arrays of labelled batches.
 *
 * @param channels of an image
 * @param imgSize side of an image in pixels
 * @param classes number of classes
 */
record LabelledInputs(int channels, int imgSize, int classes) {

  static LabelledInputs of(ExperimentConfig config) {
    return new LabelledInputs(
        config.model().inChans(), config.data().imgSize(), config.model().numClasses());
  }

  /** [B, C, H, W] in the batch's own memory. */
  NDArray images(LabelledBatch batch, NDManager memory) {
    Shape shape = new Shape(batch.size(), channels, imgSize, imgSize);
    return memory.create(batch.pixelBytes(), shape, DataType.FLOAT32);
  }

  /** [B, classes] in the batch's own memory, of a batch with soft targets. */
  NDArray softTargets(ByteBuffer targets, LabelledBatch batch, NDManager memory) {
    return memory.create(targets, new Shape(batch.size(), classes), DataType.FLOAT32);
  }

  /** [B] int64. */
  static NDArray labels(LabelledBatch batch, NDManager memory) {
    return memory.create(numbers(batch), new Shape(batch.size()));
  }

  static long[] numbers(LabelledBatch batch) {
    return Arrays.stream(batch.labels()).asLongStream().toArray();
  }
}
