package io.simmim.workbench.start;

import io.simmim.core.run.RunFolder;

/** What the page asks for with dialogs and other pages. */
public interface StartActions {

  /** Opens the page Masks with the demo checkpoint, or without a model where there is none. */
  void seeItWork();

  /** Asks for a folder of images and sets up a training on them. */
  void trainOnMyImages();

  /** Asks for a checkpoint and opens it. */
  void openCheckpoint();

  /** Shows what trainings can compute with here, and why not with more. */
  void openDoctor();

  void openRun(RunFolder run);

  /** Opens the table of all runs. */
  void showAllRuns();
}
