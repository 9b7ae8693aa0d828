package io.simmim.workbench.experiment;

import io.simmim.core.run.Estimate;
import java.nio.file.Path;
import java.util.Optional;

/** Measures what a training would take, somewhere else. */
public interface EstimateWork {

  /** Told on the toolkit's thread, until it is stopped. */
  interface Listener {

    /**
     * How far it has come.
     *
     * @param task what is done, in a few words
     * @param share of the task, 0 to 1; negative when it cannot be told
     */
    void progress(String task, double share);

    /**
     * It ended.
     *
     * @param problem why there is no estimate, and what to do; empty when there is one
     */
    void done(Optional<Estimate> estimate, String problem);
  }

  /**
   * Begins and returns at once.
   *
   * @param output folder that the runs are written to, for the room that its disk has
   * @return stops it
   */
  Runnable start(EstimateOrder order, Path output, Listener listener);
}
