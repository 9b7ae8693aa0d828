package io.simmim.workbench.experiment;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.weights.CheckpointFile;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * What can be told of a checkpoint without building its model.
 *
 * @param pretraining whether it holds an encoder beside what reconstructs
 * @param classes rows of its classifier; 0 when it has none
 * @param epoch last completed epoch, from 0; -1 when unknown
 * @param accuracy best top-1 so far in percent; 0 when unknown
 */
record CheckpointFacts(boolean pretraining, int classes, int epoch, double accuracy) {

  /**
   * Reads a file.
   *
   * @throws CheckpointException if it cannot be read or holds no model
   */
  static CheckpointFacts read(Path file) throws CheckpointException {
    TrainingCheckpoint checkpoint = CheckpointFile.open(file).training();
    Map<String, Object> model = checkpoint.model();
    return new CheckpointFacts(
        model.keySet().stream().anyMatch(name -> name.startsWith("encoder.")),
        classes(model),
        checkpoint.epoch(),
        checkpoint.maxAccuracy());
  }

  /** Why it does not serve a stage; empty if it does. */
  String objection(RunStage stage) {
    boolean cannotClassify = stage == RunStage.EVALUATE && classes == 0;
    return cannotClassify
        ? "This checkpoint has no classifier to evaluate; fine-tune from it first."
        : "";
  }

  String inWords() {
    StringBuilder words =
        new StringBuilder(
            pretraining
                ? "Pre-training"
                : classes > 0 ? "Classifier of " + InWords.count(classes) + " classes" : "Encoder");
    if (epoch >= 0) {
      words.append(", epoch ").append(epoch + 1);
    }
    if (accuracy > 0) {
      words.append(String.format(Locale.ROOT, ", best %.2f %%", accuracy));
    }
    return words.toString();
  }

  private static int classes(Map<String, Object> model) {
    return model.get("head.weight") instanceof TensorData weight && !weight.shape().isEmpty()
        ? Math.toIntExact(weight.shape().get(0))
        : 0;
  }
}
