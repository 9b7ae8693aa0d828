package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.testing.Measured;
import io.simmim.core.testing.TinyModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The gradients of k batches of b images, summed, are those of one batch of k * b. All images have
 * equally many hidden patches, so the mean of their batches' losses is the mean over all of them.
 */
class LargeBatchTest {

  private static final double ROUNDING = 1e-5; // relative to the largest value

  @TempDir private Path root;

  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void accumulatedPreTrainingIsThatOfTheLargeBatch(TinyModel model) throws Exception {
    assertSame(TinyRun.pretraining(root, model), "accumulation, pre-training of " + model);
  }

  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void accumulatedFineTuningIsThatOfTheLargeBatch(TinyModel model) throws Exception {
    assertSame(TinyRun.fineTuning(root, model), "accumulation, fine-tuning of " + model);
  }

  // With a constant rate, since schedules count batches, and with SGD, which does not enlarge
  // rounding noise as AdamW does. Mixing pairs the images of a batch.
  private static void assertSame(TinyRun tiny, String name) throws Exception {
    ExperimentConfig large =
        tiny.config(
            "DATA.BATCH_SIZE", 4,
            "MODEL.DROP_PATH_RATE", 0.0,
            "TRAIN.CLIP_GRAD", 0.0,
            "TRAIN.BASE_LR", 2.0,
            "TRAIN.WARMUP_EPOCHS", 0,
            "TRAIN.LR_SCHEDULER.NAME", "step",
            "TRAIN.OPTIMIZER.NAME", "sgd",
            "AUG.MIXUP", 0.0,
            "AUG.CUTMIX", 0.0);
    ExperimentConfig small =
        large
            .with("DATA.BATCH_SIZE", 2)
            .with("TRAIN.ACCUMULATION_STEPS", 2)
            .with("TAG", "accumulated");
    List<Step> expected = tiny.run(large).all(Step.class);
    List<Step> actual = tiny.run(small).all(Step.class);
    assertEquals(4, expected.size());
    assertEquals(8, actual.size());
    for (int i = 0; i < expected.size(); i++) {
      Step whole = expected.get(i);
      double loss = (actual.get(2 * i).loss() + actual.get(2 * i + 1).loss()) / 2;
      assertEquals(whole.lr(), actual.get(2 * i + 1).lr());
      Measured.within(ROUNDING, Math.abs(whole.loss() - loss) / loss, name, "loss (relative)");
      double norm = actual.get(2 * i + 1).gradNorm();
      double difference = Math.abs(whole.gradNorm() - norm) / norm;
      Measured.within(ROUNDING, difference, name, "gradient norm (relative)");
    }
    assertWeights(tiny.checkpoint(large, 1).model(), tiny.checkpoint(small, 1).model(), name);
  }

  private static void assertWeights(
      Map<String, Object> expected, Map<String, Object> actual, String name) {
    double largest = 0;
    for (Map.Entry<String, Object> entry : expected.entrySet()) {
      if (entry.getValue() instanceof TensorData tensor && !entry.getKey().endsWith("_index")) {
        float[] wanted = tensor.floats();
        float[] here = ((TensorData) actual.get(entry.getKey())).floats();
        for (int i = 0; i < wanted.length; i++) {
          largest = Math.max(largest, Math.abs(wanted[i] - here[i]));
        }
      }
    }
    Measured.within(ROUNDING, largest, name, "weights after 4 steps");
  }
}
