package io.simmim.core.train;

import ai.djl.ndarray.NDManager;
import io.simmim.core.fault.DataException;

/** The batches of one epoch, in order. */
interface Examples extends AutoCloseable {

  /** Waits until it is known. */
  boolean hasNext() throws DataException, InterruptedException;

  /**
   * Waits for the next batch. It may use the memory of the one before.
   *
   * @param memory owns the batch's arrays
   */
  Example next(NDManager memory) throws DataException, InterruptedException;

  @Override
  void close();
}
