package io.simmim.workbench.data;

/** What the page asks the window to do. */
public interface DataActions {

  /** Asks for a folder of images. */
  void chooseFolder();

  /** Makes this folder that of the next training, and goes there. */
  void useForTraining();

  /**
   * Asks for a folder and draws a sample data set into it.
   *
   * @param perKind pictures of each kind
   */
  void generateSamples(int perKind);

  /** Puts the list of problems on the clipboard. */
  void copyProblems();

  /** Explores masks on the chosen picture. */
  void openInMasks();
}
