package io.simmim.workbench.launch;

import io.simmim.core.fault.DataException;
import io.simmim.core.process.JavaProgram;
import io.simmim.core.run.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Starts runs that owe the window nothing: nothing to read, output into files (a pipe that nobody
 * reads would block them), a session of their own.
 */
public final class Launcher {

  /** Folder, inside that of the runs, for what launched processes print. */
  public static final String FILES = ".launch";

  private static final String CONFIG = ".yaml";
  private static final int STOPPED_BY_USER = 130;
  private static final int KILLED = 128;
  private static final long POLL_MILLIS = 200;

  private final JavaProgram program;

  public Launcher(JavaProgram program) {
    this.program = program;
  }

  /** Where the configuration of a run is written down before it is launched. */
  public static Path configOf(RunFolder run) {
    Path model = run.path().getParent();
    String name = model.getFileName() + "__" + run.path().getFileName();
    return model.resolveSibling(FILES).resolve(name + CONFIG);
  }

  /**
   * Starts the run and returns at once.
   *
   * @param files folder for what the process prints: {@code <name>.out} and {@code <name>.err}
   * @param failed told, on any thread, when the process ends by itself with a failure
   * @throws DataException if the process cannot be started or the folder not be written
   */
  public void start(StageCommand command, Path files, String name, Consumer<LaunchFailure> failed)
      throws DataException {
    start(command.arguments(), files, name, failed);
  }

  /** The same for any command; see {@link #start(StageCommand, Path, String, Consumer)}. */
  public void start(List<String> arguments, Path files, String name, Consumer<LaunchFailure> failed)
      throws DataException {
    watch(begin(arguments, files, name), errors(files, name), failed);
  }

  /**
   * Runs a command to its end.
   *
   * @param errand stops it when asked to
   * @param files folder for what the process prints: {@code <name>.out} and {@code <name>.err}
   * @param underWay called a few times a second until then
   * @return why it failed; empty when it did not, or was stopped
   * @throws DataException if the process cannot be started or the folder not be written
   */
  Optional<LaunchFailure> run(
      Errand errand, List<String> arguments, Path files, String name, Runnable underWay)
      throws DataException {
    Process process = begin(arguments, files, name);
    errand.take(process);
    try {
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        underWay.run();
      }
      AtomicReference<LaunchFailure> failure = new AtomicReference<>();
      report(process.exitValue(), errors(files, name), failure::set);
      return Optional.ofNullable(failure.get());
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Path errors(Path files, String name) {
    return files.resolve(name + ".err");
  }

  private Process begin(List<String> arguments, Path files, String name) throws DataException {
    try {
      Files.createDirectories(files);
      return program.start(arguments, Path.of(""), files, name);
    } catch (IOException e) {
      throw new DataException(
          "The process cannot be started from "
              + files
              + ": check that the folder can be written and that "
              + program.java()
              + " exists.",
          e);
    }
  }

  private static void watch(Process process, Path errors, Consumer<LaunchFailure> failed) {
    Thread watcher =
        new Thread(
            () -> {
              try {
                report(process.waitFor(), errors, failed);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "launch-watch");
    watcher.setDaemon(true);
    watcher.start();
  }

  private static void report(int exitValue, Path errors, Consumer<LaunchFailure> failed) {
    boolean asked = exitValue == 0 || exitValue >= KILLED || exitValue == STOPPED_BY_USER;
    if (!asked) {
      failed.accept(LaunchFailure.of(exitValue, lastLines(errors)));
    }
  }

  private static List<String> lastLines(Path file) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      return lines.subList(Math.max(0, lines.size() - 40), lines.size());
    } catch (IOException e) {
      return List.of("Its output is gone: " + e.getMessage());
    }
  }
}
