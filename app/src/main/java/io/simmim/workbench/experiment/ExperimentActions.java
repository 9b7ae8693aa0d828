package io.simmim.workbench.experiment;

import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;

/** What the page asks for that needs a dialog, the clipboard or the disk. */
public interface ExperimentActions {

  /**
   * Changes what is to be launched; a configuration that was opened for another stage, and not
   * touched since, makes room for its counterpart.
   */
  void chooseStage(RunStage stage);

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

  /** Lets keys take several values, for a run of each combination. */
  void sweep();

  /** Lets what is set up wait for its device. */
  void addToQueue();

  /** Puts the equivalent command on the clipboard. */
  void copyCommand();

  /** Puts that of the official scripts on the clipboard. */
  void copyOfficialCommand();
}
