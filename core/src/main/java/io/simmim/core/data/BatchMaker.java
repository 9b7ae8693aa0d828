package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.util.Optional;

/** How the batches of one epoch are made: rows by many threads, then each batch as a whole. */
interface BatchMaker<B> {

  /** Fills one row of a step; threads call it at the same time, each for another row. */
  void makeSample(int step, int row) throws DataException;

  /** Called once for a step, by one of the threads, when all its rows are made. */
  void complete(int step) throws DataException;

  /** The completed batch, asked for by the consumer; empty when none of its samples exists. */
  Optional<B> batch(int step);
}
