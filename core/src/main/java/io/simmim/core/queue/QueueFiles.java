package io.simmim.core.queue;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.DiskFault;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where everything of a queue lies: {@code <folder of runs>/.queue}. */
record QueueFiles(Path folder) {

  private static final String NAME = ".queue";

  static QueueFiles of(Path output) {
    return new QueueFiles(output.toAbsolutePath().normalize().resolve(NAME));
  }

  Path entry(String id) {
    return folder.resolve(id + ".json");
  }

  Path config(String id) {
    return folder.resolve(id + ".yaml");
  }

  Path errors(String id) {
    return folder.resolve(id + ".err");
  }

  Path pauseMarker() {
    return folder.resolve("paused");
  }

  Path changeLock() {
    return folder.resolve("change.lock");
  }

  Path runnerLock() {
    return folder.resolve("runner.lock");
  }

  /** Who works the queue off; not among the entries, whose names end in {@code .json}. */
  Path runnerOwner() {
    return folder.resolve("runner.owner");
  }

  /** All entries, also those whose run has begun; a file that cannot be read is a problem. */
  QueueListing read() throws DataException {
    List<QueuedRun> runs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : entries()) {
      try {
        runs.add(QueuedRun.read(file));
      } catch (DataException e) {
        if (Files.exists(file)) {
          problems.add(e.getMessage());
        }
      }
    }
    runs.sort(Comparator.comparingInt(QueuedRun::order).thenComparing(QueuedRun::addedAt));
    return new QueueListing(runs, problems);
  }

  private List<Path> entries() throws DataException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "[!.]*.json")) {
      found.forEach(files::add);
    } catch (NoSuchFileException e) {
      return files;
    } catch (IOException e) {
      throw DiskFault.reading(folder, e);
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }
}
