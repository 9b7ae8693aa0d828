package io.simmim.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialConfigsTest {

  private static final String SWIN_LARGE =
      "swin_large__800ep/simmim_pretrain__swin_large__img192_window12__800ep.yaml";

  @ParameterizedTest
  @MethodSource("shippedFiles")
  void everyShippedConfigurationPassesTheRulesOfItsStage(Path file) throws Exception {
    boolean pretrain = file.getFileName().toString().startsWith("simmim_pretrain__");
    ConfigResult loaded = Sample.file(file);
    ConfigResult result = pretrain ? loaded.forPretraining() : loaded.forFinetuning();
    assertEquals(List.of(), Sample.lines(result));
    assertEquals(result.orThrow().tag() + ".yaml", file.getFileName().toString());
    String stage = pretrain ? "simmim_pretrain" : "simmim_finetune";
    assertEquals(stage, result.orThrow().model().name());
    assertEquals(List.of(), Sample.lines(loaded.forEvaluation()));
  }

  /** A classifier must have the encoder that was pre-trained. */
  @ParameterizedTest
  @MethodSource("pretrainingsWithFinetuning")
  void everyPretrainingHasAFinetuningOfTheSameEncoder(Path file) throws Exception {
    ModelConfig pretrained = Sample.file(file).orThrow().model();
    int matches = 0;
    for (Path other : Sample.yamlFilesBelow(file.getParent())) {
      ModelConfig model = Sample.file(other).orThrow().model();
      boolean finetune = model.name().equals("simmim_finetune");
      matches += finetune && shape(model).equals(shape(pretrained)) ? 1 : 0;
    }
    assertTrue(matches >= 1, file.toString());
  }

  private static List<Object> shape(ModelConfig model) {
    return switch (model.type()) {
      case SWIN -> List.of(model.swin().embedDim(), model.swin().depths(), model.swin().numHeads());
      case SWINV2 -> {
        SwinV2Config v2 = model.swinv2();
        yield List.of(v2.embedDim(), v2.depths(), v2.numHeads());
      }
      case VIT -> List.of(model.vit().embedDim(), model.vit().depth(), model.vit().numHeads());
    };
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void noGoldenConfigurationIsRefused(Path file) {
    assertEquals(List.of(), Sample.lines(Sample.file(file)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A_pretrain_swin",
        "A_pretrain_swin_ape",
        "A_pretrain_swinv2_normtarget",
        "A_pretrain_vit_ape",
        "A_pretrain_vit_shared_rpb",
        "B_traj_swin_resume",
        "B_traj_swinv2_resume",
        "B_traj_vit_accum",
        "B_traj_vit_fresh"
      })
  void noGoldenPretrainingIsRefusedByThePretrainingRules(String name) {
    Path file = Sample.GOLDEN.resolve(name).resolve("config.yaml");
    assertEquals(List.of(), Sample.lines(Sample.file(file).forPretraining()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C_finetune_swin", "C_finetune_swinv2", "C_finetune_vit"})
  void noGoldenClassifierIsRefusedByTheRulesOfItsStages(String name) {
    Path file = Sample.GOLDEN.resolve(name).resolve("config.yaml");
    assertEquals(List.of(), Sample.lines(Sample.file(file).forFinetuning()));
    assertEquals(List.of(), Sample.lines(Sample.file(file).forEvaluation()));
  }

  @Test
  void learningRatesAndScheduleGiveTheOfficialNumbers() throws Exception {
    List<JsonElement> all = new ArrayList<>(officialSchedules("simmim_official_configs").asList());
    all.addAll(officialSchedules("swin_transformer_official_configs").asList());
    assertEquals(6, all.size());
    for (JsonElement element : all) {
      JsonObject official = element.getAsJsonObject();
      Path file = Sample.CONFIGS.resolveSibling(official.get("config").getAsString());
      assertScheduleEquals(official, Sample.file(file).orThrow().train());
    }
  }

  @Test
  void swinLargeIsTheWideOneWithWindowsOfTwelve() throws Exception {
    SwinConfig swin = Sample.file(Sample.CONFIGS.resolve(SWIN_LARGE)).orThrow().model().swin();
    assertEquals(192, swin.embedDim());
    assertEquals(List.of(6, 12, 24, 48), swin.numHeads());
    assertEquals(12, swin.windowSize());
  }

  @Test
  void theSpellingsOfTheOfficialFilesAreUnderstood() throws Exception {
    String text =
        """
        MODEL:
          TYPE: vit
          VIT:
            USE_APE: False
            USE_RPB: True
          SWIN:
            DEPTHS: [ 2, 2, 18, 2 ]
        TRAIN:
          BASE_LR: 2e-4
          WARMUP_LR: 1e-6
          CLIP_GRAD: 3
          LR_SCHEDULER:
            NAME: 'multistep'
            MULTISTEPS: [250,]
          OPTIMIZER:
            BETAS: (0.9, 0.95)
        """;
    ExperimentConfig config = Sample.yaml(text).orThrow();
    assertEquals(2e-4, config.train().baseLr());
    assertEquals(1e-6, config.train().warmupLr());
    assertEquals(3.0, config.train().clipGrad());
    assertEquals(List.of(250), config.train().lrScheduler().multisteps());
    assertEquals(List.of(0.9, 0.95), config.train().optimizer().betas());
    assertEquals(List.of(2, 2, 18, 2), config.model().swin().depths());
    assertTrue(config.model().vit().useRpb());
  }

  private static void assertScheduleEquals(JsonObject official, TrainConfig train) {
    JsonObject scaled = official.getAsJsonObject("linear_scaled_lr");
    double scale = 16 * 128 / 512.0;
    assertEquals(scaled.get("base_lr").getAsDouble(), train.baseLr() * scale, 1e-18);
    assertEquals(scaled.get("warmup_lr").getAsDouble(), train.warmupLr() * scale, 1e-18);
    assertEquals(scaled.get("min_lr").getAsDouble(), train.minLr() * scale, 1e-18);
    JsonObject keys = official.getAsJsonObject("train");
    assertEquals(keys.get("EPOCHS").getAsInt(), train.epochs());
    assertEquals(keys.get("WARMUP_EPOCHS").getAsInt(), train.warmupEpochs());
    assertEquals(keys.get("LAYER_DECAY").getAsDouble(), train.layerDecay());
    JsonObject scheduler = keys.getAsJsonObject("LR_SCHEDULER");
    boolean cosine = train.lrScheduler().name().equals("cosine");
    JsonElement prefix = scheduler.get("WARMUP_PREFIX");
    assertEquals(
        cosine && prefix != null && prefix.getAsBoolean(), train.lrScheduler().warmupPrefix());
    assertEquals(scheduler.get("NAME").getAsString(), train.lrScheduler().name());
    assertEquals(scheduler.get("GAMMA").getAsDouble(), train.lrScheduler().gamma());
    assertEquals(
        scheduler.get("MULTISTEPS").getAsJsonArray().asList().stream()
            .map(JsonElement::getAsInt)
            .toList(),
        train.lrScheduler().multisteps());
  }

  private static JsonArray officialSchedules(String name) throws IOException {
    Path file = Sample.GOLDEN.resolve("E_lr_schedules/" + name + ".json");
    return JsonParser.parseString(Files.readString(file))
        .getAsJsonObject()
        .getAsJsonArray("configs");
  }

  private static List<Path> shippedFiles() throws IOException {
    List<Path> files = Sample.yamlFilesBelow(Sample.CONFIGS);
    assertTrue(files.size() >= 39, "found " + files);
    return files;
  }

  private static List<Path> pretrainingsWithFinetuning() throws IOException {
    return shippedFiles().stream()
        .filter(file -> file.toString().contains("simmim_pretrain"))
        .filter(file -> !file.getParent().endsWith("demo"))
        .toList();
  }

  private static List<Path> goldenFiles() throws IOException {
    List<Path> files = Sample.yamlFilesBelow(Sample.GOLDEN);
    assertTrue(files.size() >= 23, "found " + files);
    return files;
  }
}
