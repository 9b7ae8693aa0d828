package io.simmim.core.run;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Makes one process the only writer of a run folder. The system drops the lock when the process is
 * gone, however it ended. While it is held, the time of the lock file is the run's sign of life for
 * windows on other machines.
 */
public final class RunLock implements AutoCloseable {

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

  private final FileChannel channel;
  private final Timer signOfLife;

  private RunLock(FileChannel channel) {
    this.channel = channel;
    this.signOfLife = new Timer("run sign of life", true);
    signOfLife.schedule(
        new TimerTask() {
          @Override
          public void run() {
            touch(channel);
          }
        },
        0,
        SIGN_OF_LIFE.toMillis());
  }

  /**
   * Takes the folder, which is created when it is not there, and clears what a killed writer left
   * half written.
   *
   * @throws DataException when another process has it, or it cannot be written
   */
  public static RunLock acquire(RunFolder folder) throws DataException {
    try {
      Files.createDirectories(folder.path());
      FileChannel channel =
          FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!tryLock(channel)) {
        channel.close();
        throw taken(folder);
      }
      AtomicFile.removeLeftovers(folder.path());
      return new RunLock(channel);
    } catch (IOException e) {
      throw new DataException(
          "Cannot use the run folder %s (%s): choose a folder that can be written."
              .formatted(folder.path(), e.getMessage()),
          e);
    }
  }

  @Override
  public void close() throws DataException {
    signOfLife.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      throw new DataException("Cannot release the run folder: " + e.getMessage(), e);
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this process
    }
  }

  private static DataException taken(RunFolder folder) throws DataException {
    String owner =
        RunManifest.read(folder.manifest())
            .map(RunManifest::owner)
            .map(who -> "process %d on %s".formatted(who.pid(), who.host()))
            .orElse("another process");
    return new DataException(
        "The run folder %s is in use by %s: stop that run, or choose another --tag or --output."
            .formatted(folder.path(), owner));
  }

  // Through the channel only: closing any other handle of the file would drop the lock on Linux.
  private static void touch(FileChannel channel) {
    try {
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
    } catch (IOException e) {
      // A missed sign of life is not worth a run: the next one follows, and events count as well.
      return;
    }
  }
}
