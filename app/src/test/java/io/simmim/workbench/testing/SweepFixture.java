package io.simmim.workbench.testing;

import io.simmim.core.config.ConfigWriter;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.EventLog;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunNotes;
import io.simmim.core.run.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs of a sweep, written through the classes that a training uses. */
public final class SweepFixture {

  /** Epochs of each run. */
  public static final int EPOCHS = 10;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = START.plusSeconds(600);
  private static final int PROBES = 2;
  private static final int STEPS = 8;
  private static final String MODEL = "simmim_pretrain";

  private final Path output;
  private final String label;

  /**
   * @param output folder that holds the runs
   */
  public SweepFixture(Path output, String label) {
    this.output = output;
    this.label = label;
  }

  /** A run that finished with that loss. */
  public RunFolder finished(String tag, Map<String, String> values, double loss)
      throws DataException, IOException {
    return write(tag, values, loss, EPOCHS, Optional.of(RunEvent.Outcome.FINISHED));
  }

  /** A run that did so many epochs and, without an outcome, is still at it. */
  public RunFolder write(
      String tag,
      Map<String, String> values,
      double loss,
      int epochs,
      Optional<RunEvent.Outcome> outcome)
      throws DataException, IOException {
    RunFolder folder = RunFolder.of(output, MODEL, tag);
    Files.createDirectories(folder.path());
    Files.writeString(folder.config(), ConfigWriter.toYaml(config(tag, values)));
    new RunNotes(List.of(label), "").write(folder.notes());
    RunManifest manifest = manifest();
    manifest.write(folder.manifest());
    try (EventLog log = EventLog.open(folder.events())) {
      tell(log, folder, loss, epochs);
      if (outcome.isPresent()) {
        log.accept(new RunEvent.Ended(END, outcome.get(), 0, 0, "The end."));
      }
    }
    outcome
        .map(RunStatus::of)
        .ifPresent(
            state -> {
              try {
                manifest.withState(state).write(folder.manifest());
              } catch (DataException e) {
                throw new IllegalStateException(e);
              }
            });
    return folder;
  }

  private RunManifest manifest() {
    RunManifest now =
        RunManifest.starting(List.of("pretrain"), "cpu", MODEL, output.toString(), "f00d");
    return new RunManifest(
        now.commandLine(),
        now.version(),
        now.java(),
        now.os(),
        now.device(),
        now.configName(),
        now.dataPath(),
        now.dataFingerprint(),
        now.owner(),
        START,
        now.state());
  }

  private static void tell(EventLog log, RunFolder folder, double loss, int epochs)
      throws DataException, IOException {
    Instant clock = START;
    log.accept(
        new RunEvent.Started(
            clock, "pretrain", EPOCHS, STEPS, 32, 0, 0, 256, 1_204_512, "cpu", null));
    for (int epoch = 0; epoch < epochs; epoch++) {
      double mean = loss + 0.5 * Math.exp(-epoch / 2.0) * (epoch == EPOCHS - 1 ? 0 : 1);
      for (int i = 0; i < STEPS; i++) {
        clock = clock.plus(Duration.ofMillis(400));
        long step = (long) epoch * STEPS + i;
        log.accept(
            new RunEvent.Step(clock, step, epoch, i, mean, 1e-4, 0.7, 80 / loss, .4, .01, 800));
      }
      log.accept(new RunEvent.Epoch(clock, epoch, mean, 3.2));
    }
    int last = epochs - 1;
    long step = (long) epochs * STEPS - 1;
    ProbePictures.write(folder, last, PROBES, 1 - loss);
    log.accept(new RunEvent.Preview(clock, last, step, PROBES, loss));
  }

  private static ExperimentConfig config(String tag, Map<String, String> values) {
    ExperimentConfig config =
        ExperimentConfig.defaults().with("MODEL.NAME", MODEL).with("TAG", tag);
    for (Map.Entry<String, String> value : values.entrySet()) {
      config = config.with(value.getKey(), value.getValue());
    }
    return config;
  }
}
