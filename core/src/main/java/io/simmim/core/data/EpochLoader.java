package io.simmim.core.data;

/**
 * Batches for training, epoch by epoch: full ones only, in an order that is new in every epoch.
 *
 * @param <B> kind of batch
 */
public interface EpochLoader<B> {

  /** Full batches in an epoch, at least 1. */
  int stepsPerEpoch();

  /** Samples in a batch. */
  int batchSize();

  /** Images that could not be read so far. */
  SkippedImages skipped();

  /** Images that are kept decoded so far. */
  DecodedImages decoded();

  /**
   * Starts an epoch; the one before must be closed, because both share their memory.
   *
   * @param epoch from 0
   * @param firstStep the step to begin with, 0..stepsPerEpoch, to resume within an epoch
   */
  EpochBatches<B> epoch(int epoch, int firstStep);
}
