package io.simmim.workbench.checkpoint;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Estimates what a checkpoint was trained to predict, somewhere else. */
public interface TargetWork {

  /**
   * Begins and returns at once.
   *
   * @param done told once, on the toolkit's thread, unless it was stopped
   * @return stops it
   */
  Runnable start(Path checkpoint, Consumer<TargetState> done);
}
