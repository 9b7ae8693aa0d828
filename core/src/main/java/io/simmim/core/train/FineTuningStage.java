package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.EpochLoader;
import io.simmim.core.data.FineTuneLoader;
import io.simmim.core.data.LabelledBatch;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.model.Classifier;
import io.simmim.core.optim.ParameterGroup;
import io.simmim.core.optim.ParameterGroups;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.tensor.Losses;
import io.simmim.core.tensor.TorchEngine;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Fine-tuning ({@code main_finetune.py}): classify augmented images, and after each epoch measure
 * the validation images.
 */
final class FineTuningStage implements Stage {

  private static final int NAMED = 5;

  private final TorchEngine engine;
  private final FineTuningPlan plan;
  private final ExperimentConfig config;
  private final FineTuneLoader loader;
  private final Classifier model;
  private final Criterion criterion;
  private final LabelledInputs inputs;
  private final Evaluation evaluation;
  private final EventSink events;
  private double maxAccuracy;
  private double accuracy = Double.NaN;

  FineTuningStage(
      TorchEngine engine,
      FineTuningPlan plan,
      Classifier model,
      Evaluation evaluation,
      EventSink events) {
    this.engine = engine;
    this.plan = plan;
    this.config = plan.config();
    this.loader = plan.loader();
    this.model = model;
    this.criterion = new Criterion(new Losses(engine.script()), config.model().labelSmoothing());
    this.inputs = LabelledInputs.of(config);
    this.evaluation = evaluation;
    this.events = events;
  }

  @Override
  public Examples epoch(int epoch, int firstStep) {
    return new LoaderExamples<>(loader.epoch(epoch, firstStep), this::example);
  }

  private Example example(LabelledBatch batch, NDManager memory) {
    return new Example(inputs.images(batch, memory), null, loss(batch, memory), batch.indices());
  }

  private UnaryOperator<NDArray> loss(LabelledBatch batch, NDManager memory) {
    ByteBuffer soft = batch.targetBytes();
    if (soft == null) {
      NDArray labels = LabelledInputs.labels(batch, memory);
      return tokens -> criterion.hard(model.logits(tokens), labels);
    }
    NDArray targets = inputs.softTargets(soft, batch, memory);
    return tokens -> criterion.soft(model.logits(tokens), targets);
  }

  @Override
  public void begin() throws SimMimException {
    note(plan.data().note());
    if (plan.pretrained().isEmpty()) {
      note(Optional.of("No pre-trained checkpoint is given: training begins from scratch."));
      return;
    }
    List<String> sentences =
        Pretrained.load(engine, model, config, plan.pretrained().get(), plan.allowPartial());
    for (String sentence : sentences) {
      note(Optional.of(sentence));
    }
  }

  private void note(Optional<String> sentence) throws DataException {
    if (sentence.isPresent()) {
      events.accept(new RunEvent.Note(Instant.now(), sentence.get()));
    }
  }

  @Override
  public void resume(TrainingCheckpoint from) throws CheckpointException {
    if (!from.model().containsKey(Classifier.HEAD_WEIGHT)) {
      throw new CheckpointException(
          "The checkpoint holds no classifier (%s), so fine-tuning cannot go on from it: begin with its weights, by --pretrained."
              .formatted(Classifier.HEAD_WEIGHT));
    }
    if (!from.classes().isEmpty() && !from.classes().equals(classes())) {
      throw new CheckpointException(
          "The checkpoint tells other classes apart than the folder has (%s): resume with the folder that it was trained on, or begin with its weights, by --pretrained."
              .formatted(String.join(", ", inOneOnly(from.classes(), classes()))));
    }
    maxAccuracy = from.maxAccuracy();
  }

  private static List<String> inOneOnly(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream())
        .filter(name -> some.contains(name) != others.contains(name))
        .limit(NAMED)
        .toList();
  }

  @Override
  public boolean epochEnded(int epoch, long step) throws DataException, InterruptedException {
    Optional<Evaluation.Scores> scores = evaluation.run();
    if (scores.isPresent()) {
      accuracy = scores.get().top1();
      maxAccuracy = Math.max(maxAccuracy, accuracy);
      events.accept(scores.get().event(epoch, step, maxAccuracy));
    }
    return scores.isPresent();
  }

  @Override
  public Classifier network() {
    return model;
  }

  @Override
  public List<ParameterGroup> parameterGroups() {
    return ParameterGroups.finetuning(model, config);
  }

  @Override
  public EpochLoader<LabelledBatch> loader() {
    return loader;
  }

  @Override
  public void saved(int epoch, long step) {}

  @Override
  public boolean validates() {
    return true;
  }

  @Override
  public double score(double meanLoss) {
    return accuracy;
  }

  @Override
  public double maxAccuracy() {
    return maxAccuracy;
  }

  @Override
  public List<String> classes() {
    return plan.data().train().classNames();
  }

  @Override
  public void close() {
    loader.close();
    model.close();
  }
}
