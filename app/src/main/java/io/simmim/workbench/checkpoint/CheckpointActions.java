package io.simmim.workbench.checkpoint;

import io.simmim.core.convert.Layout;
import java.nio.file.Path;

/** What the page asks for with dialogs, clipboard and other pages. */
public interface CheckpointActions {

  /** Asks for a file and opens it. */
  void chooseFile();

  /** Asks for a folder of a Hugging Face model and opens it. */
  void chooseFolder();

  /** Opens a file or folder. */
  void open(Path file);

  /** Does the next step with the open file, asking for what else it needs. */
  void take(Step step);

  /** Asks where to, and writes the open file in another layout. */
  void convert(Layout layout);

  /** Asks for a folder of a Hugging Face model and compares the open file with it. */
  void compareFolder();

  /** Puts text on the clipboard. */
  void copy(String text);
}
