package io.simmim.workbench.experiment;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.Estimate;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.launch.Errand;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.launch.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Measures by the command {@code estimate} in a process of its own: the window never loads the
 * engine, and a training too large for the memory cannot take the window down.
 */
public final class EstimateProcess implements EstimateWork {

  private static final String NAME = "estimate";
  private static final long POLL_MILLIS = 200;

  private static final String KILLED =
      "The system ended the measurement, most likely because the memory is not enough: make DATA.BATCH_SIZE smaller, set TRAIN.USE_CHECKPOINT or compute in bf16.";

  private final Executor background;
  private final Executor toolkit;
  private final Launcher launcher;

  /**
   * A way to measure.
   *
   * @param background gives every task a thread of its own
   */
  public EstimateProcess(Executor background, Executor toolkit, Launcher launcher) {
    this.background = background;
    this.toolkit = toolkit;
    this.launcher = launcher;
  }

  @Override
  public Runnable start(EstimateOrder order, Path output, Listener listener) {
    Errand errand = new Errand();
    background.execute(() -> run(errand, order, output, listener));
    return errand::stop;
  }

  private void run(Errand errand, EstimateOrder order, Path output, Listener listener) {
    try {
      Path folder = Files.createTempDirectory("simmim-measure-");
      try {
        run(errand, order, output, folder, listener);
      } finally {
        for (String ending : List.of(".yaml", ".out", ".err")) {
          Files.deleteIfExists(folder.resolve(NAME + ending));
        }
        Files.deleteIfExists(folder);
      }
    } catch (DataException e) {
      tell(errand, listener, Optional.empty(), e.getMessage());
    } catch (IOException e) {
      tell(
          errand,
          listener,
          Optional.empty(),
          "The system's folder for temporary files cannot be used; make room there.");
    }
  }

  private void run(Errand errand, EstimateOrder order, Path output, Path folder, Listener listener)
      throws DataException, IOException {
    Path config = Files.writeString(folder.resolve(NAME + ".yaml"), order.yaml());
    EstimateOutput said = new EstimateOutput(folder.resolve(NAME + ".out"));
    ScheduledExecutorService ticks = Workers.single("estimate-progress");
    try {
      var polling =
          ticks.scheduleWithFixedDelay(
              () -> said.progress().ifPresent(p -> progress(errand, listener, p)),
              POLL_MILLIS,
              POLL_MILLIS,
              TimeUnit.MILLISECONDS);
      Optional<LaunchFailure> failure =
          launcher.run(errand, arguments(order, config, output), folder, NAME);
      polling.cancel(false);
      Optional<Estimate> estimate = said.estimate();
      String problem =
          failure.map(LaunchFailure::sentence).orElse(estimate.isEmpty() ? KILLED : "");
      tell(errand, listener, estimate, problem);
    } finally {
      ticks.shutdownNow();
    }
  }

  private static List<String> arguments(EstimateOrder order, Path config, Path output) {
    return List.of(
        "estimate",
        "--json",
        "--stage",
        order.stage().command(),
        "--cfg",
        config.toString(),
        "--data-path",
        order.data().toString(),
        "--output",
        output.toString(),
        "--device",
        order.device());
  }

  private void progress(Errand errand, Listener listener, EstimateOutput.Progress now) {
    toolkit.execute(
        () -> {
          if (!errand.isStopped()) {
            listener.progress(now.task(), now.share());
          }
        });
  }

  private void tell(Errand errand, Listener listener, Optional<Estimate> estimate, String problem) {
    toolkit.execute(
        () -> {
          if (!errand.isStopped()) {
            listener.done(estimate, problem);
          }
        });
  }
}
