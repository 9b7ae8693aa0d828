package io.simmim.core.run;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the runs in a workspace, wherever in it they were started. */
public final class RunScan {

  /** Room for a few folders of the user's own above {@code <output>/<MODEL.NAME>/<TAG>}. */
  private static final int DEPTH = 5;

  private RunScan() {}

  /**
   * All run folders in {@code workspace} and up to five levels below it, ordered by path. Hidden
   * folders, and folders that cannot be read, are passed over; below a run nothing is looked for.
   *
   * @throws DataException when the workspace itself is no folder
   */
  public static List<RunFolder> below(Path workspace) throws DataException {
    if (!Files.isDirectory(workspace)) {
      throw new DataException(
          "The workspace %s is not a folder: choose one that exists.".formatted(workspace));
    }
    List<RunFolder> runs = new ArrayList<>();
    visit(workspace, DEPTH, runs);
    return runs.stream().sorted((a, b) -> a.path().compareTo(b.path())).toList();
  }

  private static void visit(Path folder, int depth, List<RunFolder> runs) {
    RunFolder run = new RunFolder(folder);
    if (run.exists()) {
      runs.add(run);
    } else if (depth > 0) {
      try (DirectoryStream<Path> below = Files.newDirectoryStream(folder, RunScan::isOpenFolder)) {
        for (Path next : below) {
          visit(next, depth - 1, runs);
        }
      } catch (IOException | DirectoryIteratorException e) {
        return; // not ours to read, or deleted meanwhile
      }
    }
  }

  private static boolean isOpenFolder(Path path) throws IOException {
    return Files.isDirectory(path) && !Files.isHidden(path);
  }
}
