package io.simmim.workbench.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What an {@link Errand} does, and what comes of it. Called on a background thread.
 *
 * @param <T> what comes of it
 */
public interface ErrandWork<T> {

  /**
   * The words after the program's name; the first is the command.
   *
   * @param scratch a folder for what the command reads, deleted when the errand has ended
   */
  List<String> arguments(Path scratch) throws IOException;

  /**
   * Called again and again while the command runs.
   *
   * @param printed what it has printed so far; need not exist yet
   * @param toolkit drops its tasks once the errand is stopped
   */
  default void underWay(Path printed, Executor toolkit) {}

  /**
   * The command ended.
   *
   * @param printed all that it printed
   * @param failure empty when it succeeded, or was killed
   */
  T ended(Path printed, Optional<LaunchFailure> failure) throws IOException;

  /** The command could not be run, or what it printed not be read. */
  T failed(LaunchFailure failure);
}
