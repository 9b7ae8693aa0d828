package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.BatchLoader;
import io.simmim.core.data.DataSplit;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.reconstruct.Reconstructor;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunLock;
import io.simmim.core.run.RunManifest;
import io.simmim.core.tensor.TorchEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One pre-training from configuration to last event, in its run folder. */
public final class PretrainingRun {

  private static final int PROBES = 6;

  private final ExperimentConfig config;
  private final Invocation invocation;
  private final RunFolder folder;

  /**
   * How the run was started.
   *
   * @param commandLine the arguments
   * @param configName file name of the configuration, without ending
   * @param device {@code cpu} or {@code cuda:N}
   */
  public record Invocation(List<String> commandLine, String configName, String device) {}

  /** {@code config} must keep the rules of pre-training. */
  public PretrainingRun(ExperimentConfig config, Invocation invocation) {
    this.config = config;
    this.invocation = invocation;
    this.folder = RunFolder.of(Path.of(config.output()), config.model().name(), config.tag());
  }

  public RunFolder folder() {
    return folder;
  }

  /**
   * Trains until the last epoch or a stop.
   *
   * @param terminal told everything that happens, beside the files of the run folder
   * @param stopSignal whether this process was asked to end
   * @throws SimMimException when it cannot start, or fails; a failure is in the event log as well
   */
  public Outcome execute(EventSink terminal, BooleanSupplier stopSignal)
      throws SimMimException, InterruptedException {
    KeySupport.check(config);
    DataSplit data = DataSplit.of(config.data().dataPath());
    BatchLoader loader = loader(data);
    StopRequest stop = new StopRequest(stopSignal, folder);
    try (RunLock lock = RunLock.acquire(folder);
        RunSession session = RunSession.open(folder, config, manifest(data), terminal)) {
      stop.clear();
      Outcome outcome = guarded(session, data, loader, stop);
      stop.clear();
      return outcome;
    }
  }

  private Outcome guarded(RunSession session, DataSplit data, BatchLoader loader, StopRequest stop)
      throws SimMimException, InterruptedException {
    try (TorchEngine engine = TorchEngine.start(invocation.device());
        TrainState state = new TrainState(engine, config, loader.stepsPerEpoch())) {
      engine.enterThread(true);
      ResumeChoice resume = ResumeChoice.of(config, folder);
      Position at = begin(state, resume, loader);
      session.accept(started(data, loader, state, at, resume));
      warn(session, resume, at);
      Previews previews = previews(engine, data, state);
      Outcome outcome =
          new Pretraining(engine, config, loader, state, previews, folder, session::accept, stop)
              .run(at);
      session.ended(outcome, sentence(outcome));
      return outcome;
    } catch (SimMimException | InterruptedException | RuntimeException | Error e) {
      session.failed(e);
      throw e;
    }
  }

  private Position begin(TrainState state, ResumeChoice resume, BatchLoader loader)
      throws CheckpointException {
    int steps = loader.stepsPerEpoch();
    if (resume.checkpoint().isEmpty()) {
      return new Position(config.train().startEpoch(), 0, steps);
    }
    state.restore(resume.checkpoint().get());
    return resume.checkpoint().get().next(steps);
  }

  private void warn(RunSession session, ResumeChoice resume, Position at) throws DataException {
    List<String> sentences = new ArrayList<>(KeySupport.passedOver(config));
    sentences.addAll(resume.damaged());
    resume
        .checkpoint()
        .flatMap(TrainingCheckpoint::position)
        .filter(before -> before.step() != at.step())
        .ifPresent(
            before ->
                sentences.add(
                    "Epoch %d begins anew: it had %d batches when it was saved, and has %d now."
                        .formatted(at.epoch(), before.stepsPerEpoch(), at.stepsPerEpoch())));
    for (String sentence : sentences) {
      session.accept(new RunEvent.Warning(Instant.now(), sentence));
    }
  }

  private String sentence(Outcome outcome) {
    return outcome == Outcome.FINISHED
        ? "All " + config.train().epochs() + " epochs are done."
        : "Stopped by the user after finishing the step and saving; resume goes on from there.";
  }

  private BatchLoader loader(DataSplit data) throws DataException {
    int workers = Math.min(config.data().numWorkers(), Runtime.getRuntime().availableProcessors());
    BatchLoader loader =
        new BatchLoader(
            data.train(),
            config.data().imgSize(),
            config.model().inChans(),
            masks(),
            config.data().batchSize(),
            workers,
            config.seed());
    if (loader.stepsPerEpoch() < config.train().accumulationSteps()) {
      throw new DataException(
          "An epoch has %d batches, fewer than TRAIN.ACCUMULATION_STEPS (%d), so no step would ever be taken: lower one of them or add images."
              .formatted(loader.stepsPerEpoch(), config.train().accumulationSteps()));
    }
    return loader;
  }

  private MaskGenerator masks() {
    return new MaskGenerator(
        config.data().imgSize(),
        config.data().maskPatchSize(),
        config.model().patchSize(),
        config.data().maskRatio());
  }

  private Previews previews(TorchEngine engine, DataSplit data, TrainState state)
      throws DataException {
    List<Probe> probes =
        Probe.choose(data.validation(), PROBES, config.data().imgSize(), masks(), config.seed());
    Previews previews = new Previews(new Reconstructor(engine, state.model()), probes, folder);
    previews.writeProbes();
    return previews;
  }

  private RunManifest manifest(DataSplit data) {
    return RunManifest.starting(
        invocation.commandLine(),
        invocation.device(),
        invocation.configName(),
        data.train().root().toAbsolutePath().toString(),
        data.train().fingerprint());
  }

  private RunEvent.Started started(
      DataSplit data, BatchLoader loader, TrainState state, Position at, ResumeChoice resume) {
    return new RunEvent.Started(
        Instant.now(),
        "pretrain",
        config.train().epochs(),
        loader.stepsPerEpoch(),
        loader.batchSize(),
        at.epoch(),
        (long) at.epoch() * loader.stepsPerEpoch() + at.step(),
        data.train().size(),
        state.model().parameters().size(),
        invocation.device(),
        resume.file().map(Path::toString).orElse(null));
  }
}
