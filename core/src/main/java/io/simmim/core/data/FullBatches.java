package io.simmim.core.data;

import io.simmim.core.fault.DataException;

/** Epochs of training: full batches only, as many as there are; the last incomplete one is left. */
final class FullBatches {

  private FullBatches() {}

  static void require(ImageFolder images, int batchSize) throws DataException {
    if (images.size() < batchSize) {
      throw new DataException(
          "The %d images below %s do not fill one batch of %d, and incomplete batches are dropped: "
                  .formatted(images.size(), images.root(), batchSize)
              + "choose a batch size of at most %d or add images.".formatted(images.size()));
    }
  }

  static StepSpan span(int images, int batchSize, int epoch, int firstStep) {
    int steps = images / batchSize;
    if (epoch < 0 || firstStep < 0 || firstStep > steps) {
      throw new IllegalArgumentException(
          "expected an epoch from 0 and a first step in 0..%d, got %d and %d"
              .formatted(steps, epoch, firstStep));
    }
    return new StepSpan(firstStep, steps * batchSize, batchSize);
  }
}
