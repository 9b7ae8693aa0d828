package io.simmim.core.queue;

import com.google.gson.JsonParseException;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.AtomicFile;
import io.simmim.core.run.DiskFault;
import io.simmim.core.run.RunJson;
import io.simmim.core.run.RunOwner;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes one process the only one that starts the runs of a queue. The system drops the lock when
 * the process is gone, however it ended; the note about who holds it stays then, which tells a
 * killed runner from one that had done its work.
 */
final class RunnerLock implements AutoCloseable {

  /** A runner on another machine that gave no sign of life for so long is taken for dead. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final QueueFiles files;
  private final FileChannel channel;

  private RunnerLock(QueueFiles files, FileChannel channel) {
    this.files = files;
    this.channel = channel;
  }

  /** Empty when another process, or another runner of this one, has it. */
  static Optional<RunnerLock> acquire(QueueFiles files) throws DataException {
    Path file = files.runnerLock();
    try {
      Files.createDirectories(files.folder());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        return Optional.empty();
      }
      AtomicFile.writeString(files.runnerOwner(), RunJson.PRETTY.toJson(RunOwner.current()) + "\n");
      return Optional.of(new RunnerLock(files, channel));
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Tells windows on other machines that it is still there. */
  void signOfLife() throws DataException {
    try {
      Files.setLastModifiedTime(files.runnerOwner(), FileTime.from(Instant.now()));
    } catch (IOException e) {
      throw DiskFault.writing(files.runnerOwner(), e);
    }
  }

  @Override
  public void close() throws DataException {
    try {
      if (channel.isOpen()) {
        Files.deleteIfExists(files.runnerOwner());
        channel.close();
      }
    } catch (IOException e) {
      throw DiskFault.writing(files.runnerLock(), e);
    }
  }

  static boolean isHeld(QueueFiles files, Instant now) throws DataException {
    return owner(files).filter(owner -> isAlive(owner, files, now)).isPresent();
  }

  static boolean isLost(QueueFiles files, Instant now) throws DataException {
    return owner(files).filter(owner -> !isAlive(owner, files, now)).isPresent();
  }

  private static boolean isAlive(RunOwner owner, QueueFiles files, Instant now) {
    if (owner.isLocal()) {
      return owner.isAlive();
    }
    try {
      Instant sign = Files.getLastModifiedTime(files.runnerOwner()).toInstant();
      return sign.plus(SILENCE).isAfter(now);
    } catch (IOException e) {
      return false; // just gone
    }
  }

  private static Optional<RunOwner> owner(QueueFiles files) throws DataException {
    Path file = files.runnerOwner();
    try {
      return Optional.ofNullable(RunJson.PRETTY.fromJson(Files.readString(file), RunOwner.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonParseException e) {
      return Optional.empty(); // the next runner writes it anew
    } catch (IOException e) {
      throw DiskFault.reading(file, e);
    }
  }
}
