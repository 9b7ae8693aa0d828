package io.simmim.workbench.runs;

import io.simmim.core.run.RunFolder;

/** What the page of a run can ask for; done elsewhere, away from the toolkit's thread. */
public interface RunActions {

  /** Asks the run to finish its step, save and stop. */
  void stop(RunFolder run);

  /** Starts it again from its newest checkpoint. */
  void resume(RunFolder run);

  /** Shows its folder in the system's file manager. */
  void openFolder(RunFolder run);
}
