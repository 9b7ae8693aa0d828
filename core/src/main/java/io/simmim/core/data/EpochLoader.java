package io.simmim.core.data;

import java.util.Optional;

/**
 * Batches for training, epoch by epoch: full ones only, in an order that is new in every epoch.
 *
 * @param <B> kind of batch
 */
public interface EpochLoader<B> extends AutoCloseable {

  /** Full batches in an epoch, at least 1. */
  int stepsPerEpoch();

  /** Samples in a batch. */
  int batchSize();

  /** The path of an image below the folder of the data, by the index that batches give. */
  String imageName(int index);

  /** Images that could not be read so far. */
  SkippedImages skipped();

  /** Images that are kept decoded in memory so far. */
  DecodedImages decoded();

  /** Why decoded images are not kept on the disk although they should be, one sentence. */
  Optional<String> cacheFault();

  /** Lets another run have the file of decoded images; the last epoch must be closed. */
  @Override
  void close();

  /**
   * Starts an epoch; the one before must be closed, because both share their memory.
   *
   * @param epoch from 0
   * @param firstStep the step to begin with, 0..stepsPerEpoch, to resume within an epoch
   */
  EpochBatches<B> epoch(int epoch, int firstStep);
}
