package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.model.Classifier;
import io.simmim.core.model.StateDict;
import io.simmim.core.pretrained.PretrainedWeights;
import io.simmim.core.pretrained.TargetModel;
import io.simmim.core.tensor.TorchEngine;
import java.util.List;
import java.util.Map;

/** Puts pre-trained weights into a classifier. */
final class Pretrained {

  private Pretrained() {}

  /**
   * Loads a file's encoder, or all of a classifier.
   *
   * @param saved what the file of PRETRAINED holds
   * @param allowPartial whether parameters of the encoder may stay as they are
   * @return sentences about what was done
   * @throws CheckpointException when it does not fill the encoder
   */
  static List<String> load(
      TorchEngine engine,
      Classifier model,
      ExperimentConfig config,
      TrainingCheckpoint saved,
      boolean allowPartial)
      throws CheckpointException {
    TargetModel target =
        new TargetModel(config.model().type(), StateDict.describe(model.parameters()));
    PretrainedWeights.Plan plan =
        PretrainedWeights.plan(saved.model(), config.pretrained(), target, allowPartial);
    Map<String, NDArray> state = model.parameters().state();
    for (Map.Entry<String, TensorData> entry : plan.tensors().entrySet()) {
      StateDict.copyInto(engine, state.get(entry.getKey()), entry.getValue(), entry.getKey());
    }
    return plan.log();
  }
}
