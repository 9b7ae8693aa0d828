package io.simmim.core.data;

/**
 * Which steps of an epoch to make. All but the last have {@code batchSize} samples.
 *
 * @param first step to begin with
 * @param samples in the whole epoch; positions run from 0 to {@code samples - 1}
 * @param batchSize samples of a step
 */
record StepSpan(int first, int samples, int batchSize) {

  /** The step after the last. */
  int end() {
    return (samples + batchSize - 1) / batchSize;
  }

  /** Samples of a step. */
  int size(int step) {
    return Math.min(batchSize, samples - step * batchSize);
  }
}
