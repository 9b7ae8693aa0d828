package io.simmim.core.train;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.EvaluationImages;
import io.simmim.core.data.EvaluationLoader;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.EvalTransform;
import io.simmim.core.model.Classifier;
import io.simmim.core.model.Models;
import io.simmim.core.model.StateDict;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunFolder;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Measures a fine-tuned checkpoint on the validation images of a folder, in a run folder. */
public final class EvaluationRun {

  private static final String STAGE = "evaluate";

  private final ExperimentConfig config;
  private final CheckpointFile file;
  private final EvaluationImages data;
  private final EvaluationLoader loader;
  private final Invocation invocation;
  private final RunFolder folder;

  private EvaluationRun(
      ExperimentConfig config,
      CheckpointFile file,
      EvaluationImages data,
      EvaluationLoader loader,
      Invocation invocation) {
    this.config = config;
    this.file = file;
    this.data = data;
    this.loader = loader;
    this.invocation = invocation;
    this.folder = RunFolder.of(Path.of(config.output()), config.model().name(), config.tag());
  }

  /**
   * An evaluation of {@code file}.
   *
   * @param given must keep the rules of evaluation; the number of classes is the checkpoint's
   * @throws SimMimException when it is no classifier, or its classes are not those of the folder
   */
  public static EvaluationRun of(ExperimentConfig given, CheckpointFile file, Invocation invocation)
      throws SimMimException {
    int classes = classes(file);
    ExperimentConfig config = given.with("MODEL.NUM_CLASSES", classes);
    EvaluationImages data = images(config.data().dataPath(), file.training(), classes);
    EvaluationLoader loader =
        new EvaluationLoader(
            data.images(),
            EvalTransform.of(config.data(), config.test(), config.model().inChans()),
            config.data().batchSize(),
            Reading.forTraining(config));
    return new EvaluationRun(config, file, data, loader, invocation);
  }

  private static int classes(CheckpointFile file) throws CheckpointException {
    if (file.training().model().get(Classifier.HEAD_WEIGHT) instanceof TensorData head
        && !head.shape().isEmpty()) {
      return Math.toIntExact(head.shape().get(0));
    }
    throw new CheckpointException(
        "Checkpoint '%s' has no classifier (%s), so there is nothing to evaluate: fine-tune from it first."
            .formatted(file.path(), Classifier.HEAD_WEIGHT));
  }

  private static EvaluationImages images(String dataPath, TrainingCheckpoint saved, int classes)
      throws DataException {
    List<String> known = saved.classes().size() == classes ? saved.classes() : List.of();
    EvaluationImages data = EvaluationImages.of(dataPath, known);
    int found = data.images().classes();
    if (found != classes) {
      throw new DataException(
          "%s has %d classes, but the checkpoint tells %d apart: give the folder of the data set that it was fine-tuned on."
              .formatted(data.images().folder().root(), found, classes));
    }
    return data;
  }

  public RunFolder folder() {
    return folder;
  }

  /**
   * Measures until the last image or a stop.
   *
   * @param terminal told everything that happens, beside the files of the run folder
   * @param stopSignal whether this process was asked to end
   */
  public Outcome execute(EventSink terminal, BooleanSupplier stopSignal)
      throws SimMimException, InterruptedException {
    StopRequest stop = new StopRequest(stopSignal, folder);
    return RunSession.in(
        folder,
        STAGE,
        config,
        invocation.manifest(data.images().folder()),
        terminal,
        stop,
        session -> evaluate(session, stop));
  }

  private Outcome evaluate(RunSession session, StopRequest stop)
      throws SimMimException, InterruptedException {
    try (TorchEngine engine = TorchEngine.start(invocation.device());
        Classifier model = Models.classifier(engine, config, 0)) {
      engine.enterThread(false);
      List<String> remarks = StateDict.load(engine, model.parameters(), file.training().model());
      file.requireUnchanged();
      session.accept(started(model));
      invocation.tellNotes(session);
      for (String sentence : remarks(engine, remarks)) {
        session.accept(new RunEvent.Note(Instant.now(), sentence));
      }
      Evaluation evaluation =
          new Evaluation(
              engine,
              model,
              loader,
              LabelledInputs.of(config),
              AutocastMode.of(config.precision(), engine),
              session::accept,
              stop);
      return tell(session, evaluation.run());
    }
  }

  private List<String> remarks(TorchEngine engine, List<String> loading) {
    Optional<String> order =
        file.training().classes().isEmpty()
            ? Optional.of(
                "The checkpoint does not name its classes; they are taken to be the class folders in alphabetical order.")
            : Optional.empty();
    Stream<String> others =
        Stream.of(data.note(), order, AutocastMode.note(config.precision(), engine))
            .flatMap(Optional::stream);
    return Stream.of(file.remarks().stream(), loading.stream(), others)
        .flatMap(sentences -> sentences)
        .toList();
  }

  private Outcome tell(RunSession session, Optional<Evaluation.Scores> scores)
      throws DataException, InterruptedException {
    if (scores.isEmpty()) {
      session.ended(Outcome.STOPPED, "Stopped by the user; nothing was measured.");
      return Outcome.STOPPED;
    }
    session.accept(scores.get().event(file.training().epoch(), -1, scores.get().top1()));
    session.ended(Outcome.FINISHED, "All images are evaluated.");
    return Outcome.FINISHED;
  }

  private RunEvent.Started started(Classifier model) {
    return new RunEvent.Started(
        Instant.now(),
        STAGE,
        1,
        loader.steps(),
        config.data().batchSize(),
        0,
        0,
        data.images().size(),
        model.parameters().size(),
        invocation.device(),
        file.path().toString());
  }
}
