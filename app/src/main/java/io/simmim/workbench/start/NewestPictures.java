package io.simmim.workbench.start;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the newest reconstruction of a run's first probe image. */
final class NewestPictures {

  private static final int FIRST_PROBE = 0;

  private NewestPictures() {}

  /** Files of the masked image and of the filled-in one; none while there is no reconstruction. */
  static List<Path> of(RunFolder run) {
    try {
      List<RunFolder.EpochPath> epochs = run.previewEpochs();
      if (epochs.isEmpty()) {
        return List.of();
      }
      int newest = epochs.get(epochs.size() - 1).epoch();
      return List.of(run.probeMasked(FIRST_PROBE), run.probeCombined(newest, FIRST_PROBE)).stream()
          .filter(Files::isRegularFile)
          .toList();
    } catch (DataException e) {
      return List.of(); // being written or deleted right now
    }
  }
}
