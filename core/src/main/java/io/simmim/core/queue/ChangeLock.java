package io.simmim.core.queue;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.DiskFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one thread of one process at a time change a queue, for a moment each. */
final class ChangeLock {

  private ChangeLock() {}

  /** What is done meanwhile. */
  interface Work<T> {
    T run() throws DataException;
  }

  /** Waits for its turn and does the work, in which no other change may be made. */
  static <T> T during(QueueFiles files, Work<T> work) throws DataException {
    Path file = files.changeLock();
    // The system's lock keeps other processes out, but not other threads of this one.
    synchronized (ChangeLock.class) {
      try {
        Files.createDirectories(files.folder());
        try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
          channel.lock();
          return work.run();
        }
      } catch (IOException e) {
        throw DiskFault.writing(file, e);
      }
    }
  }
}
