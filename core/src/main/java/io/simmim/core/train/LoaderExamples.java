package io.simmim.core.train;

import ai.djl.ndarray.NDManager;
import io.simmim.core.data.EpochBatches;
import io.simmim.core.fault.DataException;
import java.util.function.BiFunction;

/** Examples made from a loader's batches. */
record LoaderExamples<B>(EpochBatches<B> batches, BiFunction<B, NDManager, Example> make)
    implements Examples {

  @Override
  public boolean hasNext() throws DataException, InterruptedException {
    return batches.hasNext();
  }

  @Override
  public Example next(NDManager memory) throws DataException, InterruptedException {
    return make.apply(batches.next(), memory);
  }

  @Override
  public void close() {
    batches.close();
  }
}
