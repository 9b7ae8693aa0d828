package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.checkpoint.TrainingCheckpoint.EpochSums;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.EngineException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunFolder;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.train.EpochTraining.Reached;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One training from configuration to last event, in its run folder. */
public final class TrainingRun {

  private final ExperimentConfig given;
  private final PlanMaker planMaker;
  private final Invocation invocation;
  private final RunFolder folder;

  /** Finds the data of a stage. */
  private interface PlanMaker {
    StagePlan of(ExperimentConfig config, RunFolder folder, StopRequest stop)
        throws SimMimException;
  }

  private TrainingRun(ExperimentConfig config, PlanMaker planMaker, Invocation invocation) {
    this.given = config;
    this.planMaker = planMaker;
    this.invocation = invocation;
    this.folder = RunFolder.of(Path.of(config.output()), config.model().name(), config.tag());
  }

  /** {@code config} must keep the rules of pre-training. */
  public static TrainingRun pretraining(ExperimentConfig config, Invocation invocation) {
    return new TrainingRun(config, (c, folder, stop) -> PretrainingPlan.of(c), invocation);
  }

  /**
   * Fine-tuning of a classifier, from PRETRAINED when that is given.
   *
   * @param config must keep the rules of fine-tuning
   * @param allowPartial whether a checkpoint may leave parameters of the encoder as they were
   */
  public static TrainingRun fineTuning(
      ExperimentConfig config, boolean allowPartial, Invocation invocation) {
    return new TrainingRun(
        config,
        (c, folder, stop) ->
            FineTuningPlan.of(c, ResumeChoice.begins(c, folder), allowPartial, stop),
        invocation);
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
    StopRequest stop = new StopRequest(stopSignal, folder);
    StagePlan plan = planMaker.of(given, folder, stop);
    plan.requireOneStep();
    return RunSession.in(
        folder,
        plan.name(),
        plan.config(),
        invocation.manifest(plan.images()),
        terminal,
        stop,
        session -> train(plan, session, stop));
  }

  private Outcome train(StagePlan plan, RunSession session, StopRequest stop)
      throws SimMimException, InterruptedException {
    ExperimentConfig config = plan.config();
    try (TorchEngine engine = TorchEngine.start(invocation.device());
        Stage stage = plan.open(engine, folder, session::accept);
        TrainState state =
            new TrainState(
                engine,
                config,
                stage.network(),
                stage.parameterGroups(),
                stage.loader().stepsPerEpoch())) {
      engine.enterThread(true);
      ResumeChoice resume = ResumeChoice.of(config, folder);
      List<String> remarks = new ArrayList<>(state.warnings());
      Reached from = begin(plan, stage, state, resume, remarks);
      Position at = from.position();
      session.accept(started(plan, stage, at, resume));
      session.goesOn(from.sums());
      invocation.tellNotes(session);
      tell(session, remarks, resume, at);
      if (resume.checkpoint().isEmpty()) {
        stage.begin();
      }
      Saver saver =
          new Saver(
              config,
              stage,
              state,
              folder,
              session::accept,
              stop,
              invocation.origin(plan.images()),
              session::requireFolder);
      TrainingLoop loop =
          new TrainingLoop(engine, config, stage, state, saver, session::accept, stop);
      Outcome outcome = loop.run(from);
      String remark = loop.skippedSteps().map(sentence -> " " + sentence).orElse("");
      session.ended(outcome, sentence(config, outcome) + remark);
      return outcome;
    } catch (ai.djl.engine.EngineException e) {
      Optional<EngineException> shortage = MemoryShortage.of(e, config, invocation.device());
      if (shortage.isPresent()) {
        throw shortage.get();
      }
      throw e;
    }
  }

  private Reached begin(
      StagePlan plan, Stage stage, TrainState state, ResumeChoice resume, List<String> remarks)
      throws SimMimException {
    int steps = stage.loader().stepsPerEpoch();
    remarks.addAll(resume.remarks());
    if (resume.checkpoint().isEmpty()) {
      int epoch = plan.config().train().startEpoch();
      return new Reached(new Position(epoch, 0, steps), EpochSums.NONE);
    }
    CheckpointFile file = resume.checkpoint().get();
    TrainingCheckpoint saved = file.training();
    stage.resume(saved);
    ResumeDifferences differences =
        ResumeDifferences.of(saved, plan.config(), invocation.origin(plan.images()));
    if (!resume.explicit() && !invocation.allowChanges()) {
      differences.requireSameRun();
    }
    remarks.addAll(differences.inWords());
    remarks.addAll(file.remarks());
    remarks.addAll(state.restore(saved));
    file.requireUnchanged();
    Position at = saved.next(steps);
    boolean sameEpoch = saved.position().equals(Optional.of(at));
    return new Reached(at, sameEpoch ? saved.sums() : EpochSums.NONE);
  }

  private static void tell(
      RunSession session, List<String> remarks, ResumeChoice resume, Position at)
      throws DataException {
    List<String> warnings = new ArrayList<>(remarks);
    resume
        .checkpoint()
        .flatMap(file -> file.training().position())
        .filter(before -> before.step() > 0 && at.step() == 0)
        .ifPresent(
            before ->
                warnings.add(
                    "Epoch %d begins anew: it had %d batches when it was saved, and has %d now."
                        .formatted(at.epoch(), before.stepsPerEpoch(), at.stepsPerEpoch())));
    for (String sentence : warnings) {
      session.accept(new RunEvent.Warning(Instant.now(), sentence));
    }
  }

  private static String sentence(ExperimentConfig config, Outcome outcome) {
    return outcome == Outcome.FINISHED
        ? "All " + config.train().epochs() + " epochs are done."
        : "Stopped by the user after finishing the step and saving; resume goes on from there.";
  }

  private RunEvent.Started started(StagePlan plan, Stage stage, Position at, ResumeChoice resume) {
    return new RunEvent.Started(
        Instant.now(),
        plan.name(),
        plan.config().train().epochs(),
        stage.loader().stepsPerEpoch(),
        stage.loader().batchSize(),
        at.epoch(),
        (long) at.epoch() * stage.loader().stepsPerEpoch() + at.step(),
        plan.images().size(),
        stage.network().parameters().size(),
        invocation.device(),
        resume.file().map(Path::toString).orElse(null));
  }
}
