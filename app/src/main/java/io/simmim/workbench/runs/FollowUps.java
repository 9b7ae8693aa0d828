package io.simmim.workbench.runs;

/** What comes after a run; done on another page. */
public interface FollowUps {

  /** Sets up a fine-tuning from its newest checkpoint. */
  void fineTune(FollowedRun run);

  /** Sets up an evaluation of its best checkpoint. */
  void evaluate(FollowedRun run);

  /** Shows its best checkpoint, or the newest where none was measured, on the page Checkpoint. */
  void openCheckpoint(FollowedRun run);
}
