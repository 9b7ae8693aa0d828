package io.simmim.workbench.checkpoint;

import java.util.List;
import java.util.function.Consumer;

/** Fills in pictures, somewhere else. */
public interface ReconstructionWork {

  /**
   * What came of it.
   *
   * @param problem why there are not all pictures, and what to do; empty when there are
   * @param details technical text about the problem
   */
  record Outcome(List<ReconstructedPicture> pictures, String problem, String details) {

    public Outcome {
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * Begins and returns at once.
   *
   * @param done told once, on the toolkit's thread, unless it was stopped
   * @return stops it
   */
  Runnable start(ReconstructionOrder order, Consumer<Outcome> done);
}
