package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.model.Classifier;
import io.simmim.core.model.StateDict;
import io.simmim.core.model.TensorLoader;
import io.simmim.core.pretrained.PretrainedWeights;
import io.simmim.core.pretrained.TargetModel;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.weights.CheckpointFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts pre-trained weights into a classifier. */
final class Pretrained {

  private Pretrained() {}

  /**
   * Loads a file's encoder, or all of a classifier.
   *
   * @param file that of PRETRAINED
   * @param allowPartial whether parameters of the encoder may stay as they are
   * @return sentences about what was done
   * @throws CheckpointException when it does not fill the encoder
   */
  static List<String> load(
      TorchEngine engine,
      Classifier model,
      ExperimentConfig config,
      CheckpointFile file,
      boolean allowPartial)
      throws CheckpointException {
    TargetModel target =
        new TargetModel(config.model().type(), StateDict.describe(model.parameters()));
    PretrainedWeights.Plan plan =
        PretrainedWeights.plan(file.training().model(), config.pretrained(), target, allowPartial);
    Map<String, NDArray> state = model.parameters().state();
    TensorLoader loader = new TensorLoader(engine, state.values());
    for (Map.Entry<String, TensorData> entry : plan.tensors().entrySet()) {
      loader.copy(state.get(entry.getKey()), entry.getValue(), entry.getKey());
    }
    file.requireUnchanged();
    return Stream.of(file.remarks(), plan.log(), loader.remarks()).flatMap(List::stream).toList();
  }
}
