package io.simmim.workbench.learn;

/** How far a lesson that trains has come. */
public enum TrainingPhase {
  READY,
  /** The pictures are drawn that it will learn from. */
  DRAWING,
  RUNNING,
  ENDED;

  /** Whether something is under way that can be stopped. */
  public boolean isBusy() {
    return this == DRAWING || this == RUNNING;
  }
}
