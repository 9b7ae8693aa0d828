package io.simmim.workbench.launch;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Short commands that the window waits for, each in a process and a temporary folder of its own:
 * the window never loads the engine, and a model too large for the memory cannot take the window
 * down.
 */
public final class Errands {

  private static final String NO_ROOM =
      "The system's folder for temporary files cannot be used; make room there.";

  private final Executor background;
  private final Executor toolkit;
  private final Launcher launcher;

  /**
   * A way to run errands.
   *
   * @param background gives every task a thread of its own
   */
  public Errands(Executor background, Executor toolkit, Launcher launcher) {
    this.background = background;
    this.toolkit = toolkit;
    this.launcher = launcher;
  }

  /**
   * Begins and returns at once.
   *
   * @param done told once, on the toolkit's thread, unless it was stopped
   * @return stops it
   */
  public <T> Runnable start(ErrandWork<T> work, Consumer<T> done) {
    Errand errand = new Errand();
    start(errand, work, done);
    return errand::stop;
  }

  /** The same, with an errand that somebody may have stopped already. */
  public <T> void start(Errand errand, ErrandWork<T> work, Consumer<T> done) {
    Executor unlessStopped =
        task ->
            toolkit.execute(
                () -> {
                  if (!errand.isStopped()) {
                    task.run();
                  }
                });
    background.execute(
        () -> {
          T outcome = run(errand, work, unlessStopped);
          unlessStopped.execute(() -> done.accept(outcome));
        });
  }

  private <T> T run(Errand errand, ErrandWork<T> work, Executor unlessStopped) {
    try (Scratch scratch = Scratch.create("errand")) {
      List<String> arguments = work.arguments(scratch.path());
      String name = arguments.get(0);
      Path printed = scratch.path().resolve(name + ".out");
      Optional<LaunchFailure> failure =
          launcher.run(
              errand, arguments, scratch.path(), name, () -> work.underWay(printed, unlessStopped));
      return work.ended(printed, failure);
    } catch (DataException e) {
      return work.failed(LaunchFailure.of(e));
    } catch (IOException e) {
      return work.failed(new LaunchFailure(NO_ROOM, e.toString()));
    }
  }
}
