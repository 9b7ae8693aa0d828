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
 * @param birth tells it as well, where that is known, and does not change with the clock: the
 *     system's start and how long after it the process began; else empty
 */
public record RunOwner(long pid, String host, Instant start, String birth) {

  // The system derives the start from the boot time, which moves when the clock is corrected.
  private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(5);

  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  /** Of the words after a process's name in {@code /proc/<pid>/stat} (proc(5), field 22). */
  private static final int START_TICKS = 19;

  public RunOwner {
    birth = birth == null ? "" : birth;
  }

  /** An owner of whom only the clock tells when it began. */
  public RunOwner(long pid, String host, Instant start) {
    this(pid, host, start, "");
  }

  /** This process. */
  public static RunOwner current() {
    return of(ProcessHandle.current());
  }

  /** A process on this machine. */
  public static RunOwner of(ProcessHandle process) {
    Instant start = process.info().startInstant().orElseGet(Instant::now);
    return new RunOwner(
        process.pid(), thisHost(), start.truncatedTo(ChronoUnit.MILLIS), birth(process.pid()));
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
    String found = birth.isEmpty() ? "" : birth(pid);
    return found.isEmpty() ? beganThen(process) : found.equals(birth);
  }

  private boolean beganThen(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(found -> Duration.between(start, found).abs().compareTo(CLOCK_CORRECTION) < 0)
        .orElse(true); // another user's process may hide its start
  }

  // In a container whose first process does not reap, a killed process stays listed for ever.
  private boolean isZombie() {
    return stat(pid).startsWith("Z");
  }

  private static String birth(long pid) {
    String[] words = stat(pid).split(" ", -1);
    if (words.length <= START_TICKS) {
      return "";
    }
    try {
      return Files.readString(BOOT).strip() + "+" + words[START_TICKS];
    } catch (IOException e) {
      return "";
    }
  }

  /** What {@code /proc} says of a process after its name; empty where there is no such thing. */
  private static String stat(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 1).strip();
    } catch (IOException e) {
      return ""; // not Linux, or gone: the next look will tell
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
