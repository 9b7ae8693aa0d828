package io.simmim.workbench.runs;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;

/** Asks a training, wherever it runs, to finish its step, save and stop. */
final class StopOrder {

  private StopOrder() {}

  static void give(RunFolder folder) throws DataException {
    try {
      Files.createFile(folder.stopRequest());
    } catch (FileAlreadyExistsException e) {
      // Already asked; asking twice changes nothing.
      return;
    } catch (IOException e) {
      throw new DataException(
          "The run cannot be asked to stop: "
              + folder.stopRequest()
              + " cannot be written; check the rights of the folder.",
          e);
    }
  }
}
