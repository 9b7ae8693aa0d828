package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.model.Classifier;
import io.simmim.core.optim.ParameterGroup;
import io.simmim.core.optim.ParameterGroups;
import io.simmim.core.tensor.Losses;
import io.simmim.core.testing.FinetuningCase;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.GoldenCase;
import io.simmim.core.testing.Measured;
import io.simmim.core.testing.PretrainingCase;
import io.simmim.core.testing.Tensors;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole training loops against the official {@code train_one_epoch}. */
class TrajectoryGoldenTest {

  @Test
  void resumedSwinFollowsTheOfficialTrajectory() throws Exception {
    pretrain("B_traj_swin_resume", "A_pretrain_swin/ckpt_epoch_0.pth", "A_pretrain_swin");
  }

  @Test
  void resumedSwinV2FollowsTheOfficialTrajectory() throws Exception {
    String from = "A_pretrain_swinv2_normtarget";
    pretrain("B_traj_swinv2_resume", from + "/ckpt_epoch_0.pth", from);
  }

  @Test
  void freshVitFollowsTheOfficialTrajectory() throws Exception {
    pretrain("B_traj_vit_fresh", "B_traj_vit_fresh/init.pth", "B_traj_vit_fresh");
  }

  @Test
  void accumulatedVitFollowsTheOfficialTrajectory() throws Exception {
    pretrain("B_traj_vit_accum", "B_traj_vit_accum/init.pth", "B_traj_vit_accum");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C_finetune_swin", "C_finetune_swinv2", "C_finetune_vit"})
  void fineTuningFollowsTheOfficialTrajectory(String name) throws Exception {
    try (var golden = new FinetuningCase(name, name + "/init.pth")) {
      Losses losses = new Losses(golden.engine().script());
      Classifier model = golden.model();
      Map<String, NDArray> batches = golden.arrays(name + "/train_batches.npz");
      follow(
          golden,
          ParameterGroups.finetuning(model, golden.config()),
          index -> {
            NDArray targets = batches.get("soft_targets").get(index);
            return new Example(
                Tensors.networkInput(batches.get("images_u8").get(index)),
                null,
                tokens -> losses.softTargetCrossEntropy(model.logits(tokens), targets));
          });
    }
  }

  private static void pretrain(String name, String from, String batchesOf) throws Exception {
    try (var golden = new PretrainingCase(name, from)) {
      Map<String, NDArray> batches = golden.arrays(batchesOf + "/train_batches.npz");
      double weightDecay = golden.config().train().weightDecay();
      follow(
          golden,
          ParameterGroups.pretraining(golden.model(), weightDecay),
          index ->
              Example.masked(
                  golden.model(),
                  Tensors.networkInput(batches.get("images_u8").get(index)),
                  Tensors.float32(batches.get("masks").get(index))));
    }
  }

  private static void follow(
      GoldenCase<?> golden, List<ParameterGroup> groups, IntFunction<Example> batches)
      throws Exception {
    JsonObject expected = Golden.json(golden.name() + "/case.json");
    int stepsPerEpoch = expected.get("n_iter_per_epoch").getAsInt();
    try (var state =
        new TrainState(golden.engine(), golden.config(), golden.model(), groups, stepsPerEpoch)) {
      if (!golden.checkpoint().optimizer().isEmpty()) {
        state.restore(golden.checkpoint());
      }
      runAndCompare(golden.name(), state.step(), batches, expected, stepsPerEpoch);
      assertAll(parameterChecks(golden, finalParameters(golden), expected));
    }
  }

  private static Map<String, NDArray> finalParameters(GoldenCase<?> golden) throws Exception {
    Path arrays =
        Path.of(Golden.path(golden.name() + "/case.json").getParent() + "/final_params.npz");
    if (Files.exists(arrays)) {
      return golden.arrays(golden.name() + "/final_params.npz");
    }
    Map<String, NDArray> values = new HashMap<>();
    TrainingCheckpoint last =
        CheckpointFile.open(Golden.path(golden.name() + "/ckpt_epoch_1.pth")).training();
    golden
        .model()
        .parameters()
        .parameters()
        .forEach(
            (name, value) -> {
              TensorData saved = (TensorData) last.model().get(name);
              values.put(name, golden.engine().manager().create(saved.floats(), value.getShape()));
            });
    return values;
  }

  private static void runAndCompare(
      String name,
      TrainingStep step,
      IntFunction<Example> batches,
      JsonObject expected,
      int stepsPerEpoch) {
    JsonObject trajectory = expected.getAsJsonObject("trajectory");
    JsonArray losses = trajectory.getAsJsonArray("loss");
    JsonArray norms = trajectory.getAsJsonArray("grad_norm");
    JsonArray rates = trajectory.getAsJsonArray("lr_used_per_optimizer_step");
    JsonArray updates = trajectory.getAsJsonArray("optimizer_step_at_micro_step");
    int first = expected.get("start_epoch").getAsInt();
    int update = 0;
    for (int k = 0; k < losses.size(); k++) {
      int index = k % stepsPerEpoch;
      var result = step.run(batches.apply(index), first + k / stepsPerEpoch, index);
      Measured.within(1e-5, relative(losses.get(k), result.loss()), name, "loss (relative)");
      Measured.within(
          1e-3, relative(norms.get(k), result.gradNorm()), name, "gradient norm (relative)");
      if (update < updates.size() && updates.get(update).getAsInt() == k) {
        JsonArray groups = rates.get(update++).getAsJsonArray();
        Measured.within(
            1e-12, relative(groups.get(groups.size() - 1), result.lr()), name, "lr (relative)");
      }
    }
    assertEquals(updates.size(), update);
  }

  private static double relative(JsonElement expected, double actual) {
    return Math.abs(expected.getAsDouble() - actual) / expected.getAsDouble();
  }

  private static List<Executable> parameterChecks(
      GoldenCase<?> golden, Map<String, NDArray> expected, JsonObject json) {
    double lrSum = 0;
    for (var rates :
        json.getAsJsonObject("trajectory").getAsJsonArray("lr_used_per_optimizer_step")) {
      JsonArray groups = rates.getAsJsonArray();
      lrSum += groups.get(groups.size() - 1).getAsDouble();
    }
    double keysBiasLimit = 2 * lrSum;
    List<Executable> checks = new ArrayList<>();
    golden
        .model()
        .parameters()
        .parameters()
        .forEach(
            (name, value) ->
                checks.add(
                    () ->
                        parameterIs(
                            golden.name(), name, value, expected.get(name), keysBiasLimit)));
    return checks;
  }

  private static void parameterIs(
      String golden, String name, NDArray actual, NDArray expected, double keysBiasLimit) {
    double limit = 5e-5 + 2e-6 * Tensors.maxAbs(expected);
    if (name.endsWith("attn.qkv.bias")) {
      // Adam turns the rounding noise of a zero gradient into steps of the learning rate's size.
      long c = expected.size() / 3;
      String keys = c + ":" + 2 * c;
      double difference = Tensors.maxDifference(actual.get(keys), expected.get(keys));
      Measured.within(keysBiasLimit, difference, golden, "final bias of keys");
      for (String part : List.of(":" + c, 2 * c + ":")) {
        double rest = Tensors.maxDifference(actual.get(part), expected.get(part));
        Measured.within(limit, rest, golden, "final parameters");
      }
    } else {
      double difference = Tensors.maxDifference(actual, expected);
      Measured.within(limit, difference, golden, "final parameters");
    }
  }
}
