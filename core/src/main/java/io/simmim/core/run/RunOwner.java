package io.simmim.core.run;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The process that writes a run.
 *
 * @param start tells it from a later process that got the same {@code pid}
 */
public record RunOwner(long pid, String host, Instant start) {

  // Linux derives the start from the boot time, which moves when the clock is corrected.
  private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(5);

  /** This process. */
  public static RunOwner current() {
    return of(ProcessHandle.current());
  }

  /** A process on this machine. */
  public static RunOwner of(ProcessHandle process) {
    Instant start = process.info().startInstant().orElseGet(Instant::now);
    return new RunOwner(process.pid(), thisHost(), start.truncatedTo(ChronoUnit.MILLIS));
  }

  /** Whether it runs, or ran, on this machine, so that {@link #isAlive} can tell. */
  public boolean isLocal() {
    return thisHost().equals(host);
  }

  /** Whether the process still exists; only meaningful when {@link #isLocal}. */
  public boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(this::isSameProcess)
        .filter(process -> !isZombie())
        .isPresent();
  }

  private boolean isSameProcess(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(found -> Duration.between(start, found).abs().compareTo(CLOCK_CORRECTION) < 0)
        .orElse(true); // another user's process may hide its start
  }

  // In a container whose first process does not reap, a killed process stays listed for ever.
  private boolean isZombie() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException e) {
      return false; // not Linux, or gone: the next look will tell
    }
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "localhost";
    }
  }
}
