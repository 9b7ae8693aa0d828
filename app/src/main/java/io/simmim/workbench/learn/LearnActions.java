package io.simmim.workbench.learn;

import io.simmim.core.run.RunFolder;
import java.util.List;

/** What the page asks for with dialogs and other pages. */
public interface LearnActions {

  void openPicture();

  /** Takes the picture, or the picture file, on the clipboard. */
  void paste();

  /** Asks for the checkpoint that fills in what is hidden. */
  void chooseCheckpoint();

  /** Starts the training of the open lesson, if it has one. */
  void startTraining();

  /** Stops it. */
  void stopTraining();

  /** Shows a run on its own page. */
  void openRun(RunFolder run);

  /** Compares runs on the page Runs; one alone is shown on its own page. */
  void compareRuns(List<RunFolder> runs);

  /** Full screen with large type, or back. */
  void present();
}
