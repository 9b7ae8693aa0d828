package io.simmim.core.train;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunSummary;

/** A run folder holds the story of one stage only. */
final class FolderOwner {

  private FolderOwner() {}

  /**
   * Refuses a folder in which another stage was run.
   *
   * @param stage as in {@link RunEvent.Started#stage}
   */
  static void requireFree(RunFolder folder, String stage) throws DataException {
    String before =
        folder.exists()
            ? RunSummary.read(folder).started().map(RunEvent.Started::stage).orElse(stage)
            : stage;
    if (!before.equals(stage)) {
      throw new DataException(
          "%s holds a run of %s, so %s cannot be run there: choose another --tag or --output."
              .formatted(folder.path(), before, stage));
    }
  }
}
