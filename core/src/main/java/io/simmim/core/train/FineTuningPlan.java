package io.simmim.core.train;

import io.simmim.core.config.AugConfig;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.EvaluationLoader;
import io.simmim.core.data.FineTuneLoader;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.data.LabelledSplit;
import io.simmim.core.data.Mixup;
import io.simmim.core.fault.EngineException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.EvalTransform;
import io.simmim.core.image.FineTuneTransform;
import io.simmim.core.model.Classifier;
import io.simmim.core.model.Models;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunFolder;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Fine-tuning on the class folders of a data set.
 *
 * @param config with the number of classes that the folder has
 * @param pretrained what training begins with; empty from scratch and in a run that resumes
 */
record FineTuningPlan(
    ExperimentConfig config,
    LabelledSplit data,
    FineTuneLoader loader,
    EvaluationLoader validation,
    Optional<CheckpointFile> pretrained,
    boolean allowPartial,
    StopRequest stop)
    implements StagePlan {

  /**
   * A plan.
   *
   * @param given must keep the rules of fine-tuning
   * @param begins whether the run begins anew, so that it needs the pre-trained checkpoint
   */
  static FineTuningPlan of(
      ExperimentConfig given, boolean begins, boolean allowPartial, StopRequest stop)
      throws SimMimException {
    LabelledSplit data = LabelledSplit.of(given.data().dataPath());
    int classes = data.train().classes();
    ExperimentConfig config = given.with("MODEL.NUM_CLASSES", classes);
    int channels = config.model().inChans();
    AugConfig aug = config.aug();
    Optional<Mixup> mixup = Mixup.of(aug, config.model().labelSmoothing(), classes);
    FineTuneLoader loader =
        new FineTuneLoader(
            data.train(),
            FineTuneTransform.of(aug, config.data(), channels),
            mixup,
            config.data().batchSize(),
            config.seed(),
            Reading.forTraining(config, data.train().folder()));
    EvaluationLoader validation =
        new EvaluationLoader(
            data.validation(),
            EvalTransform.of(config.data(), config.test(), channels),
            config.data().batchSize(),
            Reading.forValidation(config));
    Optional<CheckpointFile> pretrained =
        begins && !config.pretrained().isBlank()
            ? Optional.of(CheckpointFile.open(Path.of(config.pretrained())))
            : Optional.empty();
    return new FineTuningPlan(config, data, loader, validation, pretrained, allowPartial, stop);
  }

  @Override
  public String name() {
    return "finetune";
  }

  @Override
  public ImageFolder images() {
    return data.train().folder();
  }

  @Override
  public Stage open(TorchEngine engine, RunFolder folder, EventSink events) throws EngineException {
    AutocastMode autocast = AutocastMode.of(config.precision(), engine);
    Classifier model = Models.classifier(engine, config, config.seed());
    Evaluation evaluation =
        new Evaluation(
            engine, model, validation, LabelledInputs.of(config), autocast, events, stop);
    return new FineTuningStage(engine, this, model, evaluation, events);
  }
}
