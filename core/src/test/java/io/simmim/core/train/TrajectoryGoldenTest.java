package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.optim.Accumulation;
import io.simmim.core.optim.AdamW;
import io.simmim.core.optim.LinearScaledLr;
import io.simmim.core.optim.LrSchedule;
import io.simmim.core.optim.ParameterGroups;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.PretrainingCase;
import io.simmim.core.testing.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Whole training loops against the official {@code train_one_epoch}. */
class TrajectoryGoldenTest {

  @Test
  void resumedSwinFollowsTheOfficialTrajectory() throws Exception {
    follow("B_traj_swin_resume", "A_pretrain_swin/ckpt_epoch_0.pth", "A_pretrain_swin");
  }

  @Test
  void freshVitFollowsTheOfficialTrajectory() throws Exception {
    follow("B_traj_vit_fresh", "B_traj_vit_fresh/init.pth", "B_traj_vit_fresh");
  }

  @Test
  void accumulatedVitFollowsTheOfficialTrajectory() throws Exception {
    follow("B_traj_vit_accum", "B_traj_vit_accum/init.pth", "B_traj_vit_accum");
  }

  private static void follow(String name, String from, String batchesOf) throws Exception {
    JsonObject expected = Golden.json(name + "/case.json");
    int stepsPerEpoch = expected.get("n_iter_per_epoch").getAsInt();
    try (var golden = new PretrainingCase(name, from)) {
      ExperimentConfig config = golden.config();
      var groups = ParameterGroups.pretraining(golden.model(), config.train().weightDecay());
      try (var optimizer =
          new AdamW(
              golden.engine(), golden.model().parameters(), groups, config.train().optimizer())) {
        if (!golden.checkpoint().optimizer().isEmpty()) {
          optimizer.restore(golden.checkpoint().optimizer());
        }
        var step =
            new PretrainingStep(
                golden.engine(),
                golden.model(),
                optimizer,
                LrSchedule.of(config.train(), LinearScaledLr.of(config, 1), stepsPerEpoch),
                Accumulation.of(config.train().accumulationSteps(), stepsPerEpoch),
                config.train().clipGrad(),
                config.seed());
        Map<String, NDArray> batches = golden.arrays(batchesOf + "/train_batches.npz");
        runAndCompare(step, batches, expected, stepsPerEpoch);
        assertAll(parameterChecks(golden, golden.arrays(name + "/final_params.npz"), expected));
      }
    }
  }

  private static void runAndCompare(
      PretrainingStep step, Map<String, NDArray> batches, JsonObject expected, int stepsPerEpoch) {
    JsonObject trajectory = expected.getAsJsonObject("trajectory");
    JsonArray losses = trajectory.getAsJsonArray("loss");
    JsonArray norms = trajectory.getAsJsonArray("grad_norm");
    JsonArray rates = trajectory.getAsJsonArray("lr_used_per_optimizer_step");
    JsonArray updates = trajectory.getAsJsonArray("optimizer_step_at_micro_step");
    int first = expected.get("start_epoch").getAsInt();
    int update = 0;
    for (int k = 0; k < losses.size(); k++) {
      int index = k % stepsPerEpoch;
      NDArray x = Tensors.networkInput(batches.get("images_u8").get(index));
      NDArray mask = Tensors.float32(batches.get("masks").get(index));
      var result = step.run(x, mask, first + k / stepsPerEpoch, index);
      double loss = losses.get(k).getAsDouble();
      double norm = norms.get(k).getAsDouble();
      assertEquals(loss, result.loss(), 1e-5 * loss, "loss of step " + k);
      assertEquals(norm, result.gradNorm(), 1e-3 * norm, "gradient norm of step " + k);
      if (update < updates.size() && updates.get(update).getAsInt() == k) {
        double lr = rates.get(update++).getAsJsonArray().get(0).getAsDouble();
        assertEquals(lr, result.lr(), 1e-12 * lr, "learning rate of step " + k);
      }
    }
    assertEquals(updates.size(), update);
  }

  private static List<Executable> parameterChecks(
      PretrainingCase golden, Map<String, NDArray> expected, JsonObject json) {
    double lrSum = 0;
    for (var rates :
        json.getAsJsonObject("trajectory").getAsJsonArray("lr_used_per_optimizer_step")) {
      lrSum += rates.getAsJsonArray().get(0).getAsDouble();
    }
    double keysBiasLimit = 2 * lrSum;
    List<Executable> checks = new ArrayList<>();
    golden
        .model()
        .parameters()
        .parameters()
        .forEach(
            (name, value) ->
                checks.add(() -> parameterIs(name, value, expected.get(name), keysBiasLimit)));
    return checks;
  }

  private static void parameterIs(
      String name, NDArray actual, NDArray expected, double keysBiasLimit) {
    double limit = 5e-5 + 2e-6 * Tensors.maxAbs(expected);
    if (name.endsWith("attn.qkv.bias")) {
      // Adam turns the rounding noise of a zero gradient into steps of the learning rate's size.
      long c = expected.size() / 3;
      String keys = c + ":" + 2 * c;
      double difference = Tensors.maxDifference(actual.get(keys), expected.get(keys));
      assertEquals(0, difference, keysBiasLimit, name);
      for (String part : List.of(":" + c, 2 * c + ":")) {
        double rest = Tensors.maxDifference(actual.get(part), expected.get(part));
        assertEquals(0, rest, limit, name);
      }
    } else {
      assertEquals(0, Tensors.maxDifference(actual, expected), limit, name);
    }
  }
}
