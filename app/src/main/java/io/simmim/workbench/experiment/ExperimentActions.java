package io.simmim.workbench.experiment;

import java.nio.file.Path;

/** What the page asks for that needs a dialog, the clipboard or the disk. */
public interface ExperimentActions {

  /** Opens a configuration file. */
  void open(Path file);

  /** Asks for a checkpoint to begin with. */
  void chooseCheckpoint();

  /** Asks for a folder of images. */
  void chooseData();

  /** Asks for the folder that holds the runs. */
  void chooseOutput();

  /** Asks for a name and saves the configuration among the user's own. */
  void saveAs();

  /** Puts the equivalent command on the clipboard. */
  void copyCommand();
}
