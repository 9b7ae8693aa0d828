package io.simmim.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Measured;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStatsGoldenTest {

  private static final String GROUPS = "F_optimizer_groups";
  private static final ExperimentConfig DEFAULTS = ExperimentConfig.defaults();

  private static ExperimentConfig swin(String section, int dim, int window, Integer... heads) {
    String key = "MODEL." + section + ".";
    return DEFAULTS
        .with("MODEL.TYPE", section.toLowerCase(Locale.ROOT))
        .with("DATA.IMG_SIZE", 192)
        .with(key + "EMBED_DIM", dim)
        .with(key + "DEPTHS", List.of(2, 2, 18, 2))
        .with(key + "NUM_HEADS", List.of(heads))
        .with(key + "WINDOW_SIZE", window);
  }

  private static ExperimentConfig vit(boolean finetuning) {
    return DEFAULTS
        .with("MODEL.TYPE", "vit")
        .with("DATA.IMG_SIZE", 224)
        .with("MODEL.VIT.USE_RPB", finetuning)
        .with("MODEL.VIT.USE_SHARED_RPB", !finetuning)
        .with("MODEL.VIT.USE_MEAN_POOLING", finetuning);
  }

  private static ExperimentConfig config(String name) {
    if (name.contains("vit")) {
      return vit(name.contains("finetune"));
    }
    if (name.contains("swinv2")) {
      return swin("SWINV2", 128, 12, 4, 8, 16, 32);
    }
    return name.contains("large")
        ? swin("SWIN", 192, 12, 6, 12, 24, 48)
        : swin("SWIN", 128, 6, 4, 8, 16, 32);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simmim_pretrain__swin_base__img192_window6__100ep",
        "simmim_finetune__swin_base__img192_window6__100ep",
        "simmim_pretrain__swin_large__img192_window12__800ep",
        "simmim_pretrain__swinv2_base__img192_window12__800ep",
        "simmim_pretrain__vit_base__img224__800ep",
        "simmim_finetune__vit_base__img224__800ep"
      })
  void countsAsTheOfficialCodeDoes(String name) {
    JsonObject official = Golden.json("F_optimizer_groups/" + name + ".json");
    ModelStats stats = ModelStats.of(config(name));
    boolean classifier = name.contains("finetune");
    long parameters = classifier ? stats.classifierParameters() : stats.pretrainingParameters();
    long officialParameters = official.get("n_parameters").getAsLong();
    Measured.exactly(officialParameters, parameters, GROUPS, "parameters, counted");
    if (!official.get("encoder_flops").isJsonNull()) {
      double macs = classifier ? stats.classifierMacs() : stats.encoderMacs();
      Measured.exactly(
          official.get("encoder_flops").getAsDouble(), macs, GROUPS, "multiply-adds, counted");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"A_pretrain_swin", "A_pretrain_swin_ape", "A_pretrain_vit_ape"})
  void countsSmallModelsOfOtherShapes(String name) throws Exception {
    ExperimentConfig config =
        new ConfigLoader().load(Golden.path(name + "/config.yaml"), Overrides.none()).orThrow();
    long elements =
        Golden.npz(name + "/grads.npz").names().stream()
            .mapToLong(tensor -> Golden.npz(name + "/grads.npz").entry(tensor).floats().length)
            .sum();
    assertEquals(elements, ModelStats.of(config).pretrainingParameters());
  }

  @Test
  void vitBaseComputesWhatWasPublished() {
    assertEquals(17.5, ModelStats.of(vit(true)).classifierMacs() / 1e9, 0.1);
  }

  @Test
  void swinBaseAt224ComputesWhatWasPublished() {
    ExperimentConfig config = swin("SWIN", 128, 7, 4, 8, 16, 32).with("DATA.IMG_SIZE", 224);
    assertEquals(15.4, ModelStats.of(config).classifierMacs() / 1e9, 0.05);
  }

  @Test
  void knowsWhatWasPublishedAndWhere() {
    Published published =
        Published.about("swin_large__800ep/simmim_finetune__swin_large__img224_window14__800ep")
            .orElseThrow();
    assertEquals(85.4, published.top1().orElseThrow());
    assertEquals(197, published.classifierMillions().orElseThrow());
    assertTrue(published.gmacs().isEmpty());
    assertTrue(published.sources().get(0).contains("microsoft/SimMIM"));
    String huge = "/simmim_finetune__swinv2_huge__img224_window14__800ep";
    assertEquals(
        85.7, Published.about("swinv2_huge__800ep" + huge).orElseThrow().top1().orElseThrow());
    assertEquals(86.34, Published.about("data_scaling" + huge).orElseThrow().top1().orElseThrow());
    assertTrue(Published.about("demo/simmim_pretrain__swin_demo").isEmpty());
  }
}
