package io.simmim.core.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.simmim.core.checkpoint.PyTuple;
import io.simmim.core.checkpoint.SavedFile;
import io.simmim.core.checkpoint.TorchFile;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Measured;
import io.simmim.core.weights.CheckpointFile;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Learning rates against timm's schedulers as the official scripts build and drive them. */
class LrScheduleGoldenTest {

  private static final Path CONFIGS = Path.of("..", "configs");

  @TempDir private Path folder;

  private static ConfigResult configOf(JsonElement train) {
    JsonObject root = new JsonObject();
    root.add("TRAIN", train);
    // JSON is YAML.
    return new ConfigLoader().parse(root.toString(), Path.of("."), "case", Overrides.none());
  }

  private static List<JsonElement> officialConfigs() {
    List<JsonElement> configs = new ArrayList<>();
    for (String repository : List.of("simmim", "swin_transformer")) {
      String file = "E_lr_schedules/" + repository + "_official_configs.json";
      configs.addAll(Golden.json(file).getAsJsonArray("configs").asList());
    }
    return configs;
  }

  private static void assertRate(double expected, double actual, String file) {
    Measured.relative(1e-12, expected, actual, "E_lr_schedules", file + " (relative)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"simmim", "swin_transformer"})
  void everyStepOfSmallRunsHasTheOfficialRate(String repository) throws Exception {
    JsonObject file = Golden.json("E_lr_schedules/" + repository + "_synthetic.json");
    assertTrue(file.getAsJsonArray("cases").size() >= 7);
    for (JsonElement element : file.getAsJsonArray("cases")) {
      JsonObject golden = element.getAsJsonObject();
      var train = configOf(golden.get("train")).orThrow().train();
      var lr = new LinearScaledLr(train.baseLr(), train.warmupLr(), train.minLr());
      LrSchedule schedule = LrSchedule.of(train, lr, golden.get("n_iter_per_epoch").getAsInt());
      JsonArray scales = golden.getAsJsonArray("group_scales");
      JsonArray rates = golden.getAsJsonArray("lr_used");
      for (int k = 0; k < rates.size(); k++) {
        for (int g = 0; g < scales.size(); g++) {
          assertRate(
              rates.get(k).getAsJsonArray().get(g).getAsDouble(),
              schedule.afterStep(k - 1L, scales.get(g).getAsDouble()),
              repository + "_synthetic");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"simmim", "swin_transformer"})
  void whereTheOfficialCodeRaisesTheConfigurationIsRefused(String repository) {
    JsonArray errors =
        Golden.json("E_lr_schedules/" + repository + "_synthetic.json").getAsJsonArray("errors");
    assertEquals(2, errors.size());
    for (JsonElement error : errors) {
      ConfigResult result = configOf(error.getAsJsonObject().get("train"));
      assertEquals(1, result.faults().size(), error.toString());
      assertTrue(result.faults().get(0).toString().contains("MULTISTEPS"), error.toString());
    }
  }

  @Test
  void theOfficialConfigurationsHaveTheOfficialRates() throws Exception {
    int compared = 0;
    for (JsonElement element : officialConfigs()) {
      JsonObject golden = element.getAsJsonObject();
      JsonObject scaled = golden.getAsJsonObject("linear_scaled_lr");
      var lr =
          new LinearScaledLr(
              scaled.get("base_lr").getAsDouble(),
              scaled.get("warmup_lr").getAsDouble(),
              scaled.get("min_lr").getAsDouble());
      var train = configOf(golden.get("train")).orThrow().train();
      LrSchedule schedule = LrSchedule.of(train, lr, golden.get("n_iter_per_epoch").getAsInt());
      JsonArray scales = golden.getAsJsonArray("group_scales");
      JsonArray steps = golden.getAsJsonArray("step");
      for (int g = 0; g < scales.size(); g++) {
        JsonArray rates = golden.getAsJsonArray("lr_used").get(g).getAsJsonArray();
        for (int i = 0; i < steps.size(); i++, compared++) {
          assertRate(
              rates.get(i).getAsDouble(),
              schedule.afterStep(steps.get(i).getAsLong() - 1, scales.get(g).getAsDouble()),
              "official_configs");
        }
      }
    }
    assertTrue(compared > 1400, compared + " rates");
  }

  @Test
  void ratesAreScaledByTheImagesOfAStepAsInTheOfficialScript() throws Exception {
    int compared = 0;
    for (JsonElement element : officialConfigs()) {
      JsonObject golden = element.getAsJsonObject();
      String name = golden.get("config").getAsString();
      Path file = CONFIGS.resolve(name.substring("configs/".length()));
      JsonObject scaled = golden.getAsJsonObject("linear_scaled_lr");
      ExperimentConfig config = new ConfigLoader().load(file, Overrides.none()).orThrow();
      assertEquals(
          new LinearScaledLr(
              scaled.get("base_lr").getAsDouble(),
              scaled.get("warmup_lr").getAsDouble(),
              scaled.get("min_lr").getAsDouble()),
          LinearScaledLr.of(config, scaled.get("world_size").getAsInt()),
          name);
      compared++;
    }
    assertEquals(6, compared);
  }

  @Test
  void accumulationScalesTheRatesOnceMore() {
    ExperimentConfig config = ExperimentConfig.defaults().with("DATA.BATCH_SIZE", 256);
    double once = LinearScaledLr.of(config, 1).base();
    assertEquals(config.train().baseLr() / 2, once, 1e-18);
    for (int steps : new int[] {0, 1}) {
      var same = config.with("TRAIN.ACCUMULATION_STEPS", steps);
      assertEquals(once, LinearScaledLr.of(same, 1).base());
    }
    var fourfold = config.with("TRAIN.ACCUMULATION_STEPS", 4);
    assertEquals(4 * once, LinearScaledLr.of(fourfold, 1).base());
  }

  @ParameterizedTest
  @CsvSource({"A_pretrain_swin, false", "A_pretrain_swinv2_normtarget, true"})
  void theSavedStateIsTheOfficialOneFieldByField(String name, String prefix) throws Exception {
    Overrides opts = Overrides.of(List.of("TRAIN.LR_SCHEDULER.WARMUP_PREFIX", prefix));
    ExperimentConfig config =
        new ConfigLoader().load(Golden.path(name + "/config.yaml"), opts).orThrow();
    int stepsPerEpoch = Golden.json(name + "/case.json").get("n_iter_per_epoch").getAsInt();
    Map<String, Object> state =
        LrSchedule.of(config.train(), LinearScaledLr.of(config, 1), stepsPerEpoch)
            .state(List.of(1.0, 1.0));

    Path file = folder.resolve("state.pth");
    try (OutputStream out = Files.newOutputStream(file)) {
      TorchFile.write(out, state);
    }
    Map<?, ?> written = (Map<?, ?>) SavedFile.read(file).root();
    Map<String, Object> official =
        CheckpointFile.open(Golden.path(name + "/ckpt_epoch_0.pth")).training().lrScheduler();
    assertEquals(official, written);
    assertEquals(new ArrayList<>(official.keySet()), new ArrayList<>(written.keySet()));
    assertTrue(written.values().stream().noneMatch(PyTuple.class::isInstance));
  }
}
