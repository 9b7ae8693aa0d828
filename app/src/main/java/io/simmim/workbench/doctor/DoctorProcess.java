package io.simmim.workbench.doctor;

import io.simmim.core.doctor.Diagnosis;
import io.simmim.core.doctor.DoctorLines;
import io.simmim.core.doctor.DoctorLines.Line;
import io.simmim.core.doctor.Finding;
import io.simmim.core.fault.DataException;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.launch.Errand;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.launch.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Examines by the command {@code doctor}: the window never loads the engine. */
public final class DoctorProcess implements DoctorWork {

  private static final String NAME = "doctor";
  private static final long POLL_MILLIS = 150;

  private final Executor background;
  private final Executor toolkit;
  private final Launcher launcher;

  /**
   * A way to examine.
   *
   * @param background gives every task a thread of its own
   */
  public DoctorProcess(Executor background, Executor toolkit, Launcher launcher) {
    this.background = background;
    this.toolkit = toolkit;
    this.launcher = launcher;
  }

  @Override
  public Runnable start(Listener listener) {
    Errand errand = new Errand();
    background.execute(() -> run(errand, listener));
    return errand::stop;
  }

  private void run(Errand errand, Listener listener) {
    try {
      Path folder = Files.createTempDirectory("simmim-doctor-");
      try {
        run(errand, folder, listener);
      } finally {
        for (String ending : List.of(".out", ".err")) {
          Files.deleteIfExists(folder.resolve(NAME + ending));
        }
        Files.deleteIfExists(folder);
      }
    } catch (DataException e) {
      tell(errand, () -> listener.done(Optional.empty(), e.getMessage()));
    } catch (IOException e) {
      String problem = "The system's folder for temporary files cannot be used; make room there.";
      tell(errand, () -> listener.done(Optional.empty(), problem));
    }
  }

  private void run(Errand errand, Path folder, Listener listener) throws DataException {
    Path output = folder.resolve(NAME + ".out");
    ScheduledExecutorService ticks = Workers.single("doctor-progress");
    try {
      var polling =
          ticks.scheduleWithFixedDelay(
              () -> tell(errand, () -> listener.found(findings(output))),
              POLL_MILLIS,
              POLL_MILLIS,
              TimeUnit.MILLISECONDS);
      Optional<LaunchFailure> failure = launcher.run(errand, List.of(NAME, "--json"), folder, NAME);
      polling.cancel(false);
      List<Finding> findings = findings(output);
      Optional<Diagnosis> diagnosis =
          lines(output).stream().flatMap(line -> line.diagnosis().stream()).findFirst();
      String sentence = failure.map(LaunchFailure::sentence).orElse("It ended without a word.");
      tell(errand, () -> listener.found(findings));
      tell(errand, () -> listener.done(diagnosis, diagnosis.isPresent() ? "" : sentence));
    } finally {
      ticks.shutdownNow();
    }
  }

  private static List<Finding> findings(Path output) {
    return lines(output).stream().flatMap(line -> line.finding().stream()).toList();
  }

  private static List<Line> lines(Path output) {
    try {
      String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      return text.lines().map(DoctorLines::read).toList();
    } catch (IOException e) {
      return List.of(); // Not there yet.
    }
  }

  private void tell(Errand errand, Runnable news) {
    toolkit.execute(
        () -> {
          if (!errand.isStopped()) {
            news.run();
          }
        });
  }
}
