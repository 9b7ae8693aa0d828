package io.simmim.core.queue;

import io.simmim.core.run.RunOwner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The process of a queued run, and what it said when no run came of it. */
final class Child {

  private static final int KILLED = 128;

  private Child() {}

  /**
   * Why no run came of a process that is gone.
   *
   * @param process empty when an earlier runner started it
   */
  static String failure(Optional<Process> process, Path errors) {
    Optional<Integer> exit = process.map(Process::exitValue);
    if (exit.filter(value -> value > KILLED).isPresent()) {
      return "Its process was ended from outside before the run began (exit code %d): try again."
          .formatted(exit.get());
    }
    List<String> said = lines(errors);
    if (!said.isEmpty()) {
      return said.get(said.size() - 1);
    }
    return "Its process ended before the run began and said nothing%s: try again."
        .formatted(exit.map(value -> " (exit code " + value + ")").orElse(""));
  }

  /** Whether the process is there; {@code process} when this runner started it. */
  static boolean isAlive(Optional<Process> process, RunOwner owner) {
    return process.map(Process::isAlive).orElseGet(() -> owner.isLocal() && owner.isAlive());
  }

  private static List<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
