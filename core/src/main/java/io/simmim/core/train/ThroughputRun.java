package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.model.Classifier;
import io.simmim.core.model.Models;
import io.simmim.core.model.Pass;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.tensor.Autocast;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.ProcessMemory;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Times the forward pass of the classifier of a configuration ({@code throughput} of {@code
 * main_finetune.py}): after a warm-up, so many batches, each waited for. The images are random,
 * since their content changes nothing, and so are the weights.
 */
public final class ThroughputRun {

  private static final String STAGE = "throughput";
  private static final double NANOS = 1e9;

  private final ExperimentConfig config;
  private final Effort effort;
  private final Invocation invocation;
  private final RunFolder folder;

  /**
   * How much is measured. The official counts are 50 and 30; where these would take long, as on a
   * CPU, the limits of seconds end them after at least one iteration each.
   */
  public record Effort(int warmup, int iterations, double warmupSeconds, double seconds) {

    public static final Effort OFFICIAL = new Effort(50, 30, 10, 30);
  }

  /** {@code config} must keep the rules of evaluation. */
  public ThroughputRun(ExperimentConfig config, Effort effort, Invocation invocation) {
    this.config = config;
    this.effort = effort;
    this.invocation = invocation;
    this.folder = RunFolder.of(Path.of(config.output()), config.model().name(), config.tag());
  }

  public RunFolder folder() {
    return folder;
  }

  /**
   * Measures until all is timed or a stop.
   *
   * @param terminal told everything that happens, beside the files of the run folder
   * @param stopSignal whether this process was asked to end
   */
  public Outcome execute(EventSink terminal, BooleanSupplier stopSignal)
      throws SimMimException, InterruptedException {
    StopRequest stop = new StopRequest(stopSignal, folder);
    RunManifest manifest =
        RunManifest.starting(
            invocation.commandLine(), invocation.device(), invocation.configName(), "", "");
    return RunSession.in(
        folder, STAGE, config, manifest, terminal, stop, session -> measure(session, stop));
  }

  private Outcome measure(RunSession session, StopRequest stop)
      throws SimMimException, InterruptedException {
    try (TorchEngine engine = TorchEngine.start(invocation.device());
        Classifier model = Models.classifier(engine, config, config.seed());
        Scope scope = Scope.open();
        GradMode off = GradMode.off()) {
      engine.enterThread(false);
      session.accept(started(model));
      invocation.tellNotes(session);
      Optional<String> note = AutocastMode.note(config.precision(), engine);
      if (note.isPresent()) {
        session.accept(new RunEvent.Note(Instant.now(), note.get()));
      }
      Timer timer =
          new Timer(engine, model, AutocastMode.of(config.precision(), engine), session, stop);
      Optional<RunEvent.Throughput> result = timer.run();
      if (result.isEmpty()) {
        session.ended(Outcome.STOPPED, "Stopped by the user; nothing was measured.");
        return Outcome.STOPPED;
      }
      session.accept(result.get());
      session.ended(Outcome.FINISHED, "The forward pass is timed.");
      return Outcome.FINISHED;
    }
  }

  /** One measurement. */
  private final class Timer {
    private final TorchEngine engine;
    private final Classifier model;
    private final AutocastMode autocast;
    private final RunSession session;
    private final StopRequest stop;
    private final NDArray images;

    Timer(
        TorchEngine engine,
        Classifier model,
        AutocastMode autocast,
        RunSession session,
        StopRequest stop) {
      this.engine = engine;
      this.model = model;
      this.autocast = autocast;
      this.session = session;
      this.stop = stop;
      int size = config.data().imgSize();
      Shape shape = new Shape(config.data().batchSize(), config.model().inChans(), size, size);
      this.images = engine.manager().randomNormal(shape);
    }

    Optional<RunEvent.Throughput> run() throws DataException {
      Lap warmup = lap(effort.warmup(), effort.warmupSeconds(), 0);
      Lap timed = lap(effort.iterations(), effort.seconds(), warmup.iterations());
      if (stop.pending()) {
        return Optional.empty();
      }
      int batch = config.data().batchSize();
      return Optional.of(
          new RunEvent.Throughput(
              Instant.now(),
              batch,
              timed.iterations(),
              timed.seconds(),
              timed.iterations() * (double) batch / timed.seconds(),
              ProcessMemory.peakMb(engine.device())));
    }

    private Lap lap(int iterations, double limit, int before) throws DataException {
      long start = System.nanoTime();
      double seconds = 0;
      int done = 0;
      while (done < iterations && (done == 0 || seconds < limit) && !stop.pending()) {
        forward();
        done++;
        seconds = (System.nanoTime() - start) / NANOS;
        report(before + done, done / seconds);
      }
      return new Lap(done, seconds);
    }

    // The values are read so that a GPU has finished when time is taken.
    private void forward() {
      try (Scope iteration = Scope.open();
          Autocast cast = autocast.enter()) {
        Ops.scalar(model.forward(images, Pass.INFERENCE).max());
      }
    }

    private void report(int done, double iterationsPerSecond) throws DataException {
      session.accept(
          new RunEvent.Progress(
              Instant.now(),
              STAGE,
              done,
              effort.warmup() + effort.iterations(),
              iterationsPerSecond * config.data().batchSize()));
    }
  }

  private record Lap(int iterations, double seconds) {}

  private RunEvent.Started started(Classifier model) {
    return new RunEvent.Started(
        Instant.now(),
        STAGE,
        1,
        effort.iterations(),
        config.data().batchSize(),
        0,
        0,
        0,
        model.parameters().size(),
        invocation.device(),
        null);
  }
}
