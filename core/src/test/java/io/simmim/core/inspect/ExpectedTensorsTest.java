package io.simmim.core.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.model.Models;
import io.simmim.core.model.Network;
import io.simmim.core.model.StateDict;
import io.simmim.core.pretrained.TargetModel;
import io.simmim.core.stats.ModelStats;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedTensorsTest {

  private static void assertAsBuilt(ExperimentConfig config) throws Exception {
    try (TorchEngine engine = TorchEngine.start("cpu");
        Network simMim = Models.simMim(engine, config, 0);
        Network classifier = Models.classifier(engine, config, 0)) {
      assertSame(StateDict.describe(simMim.parameters()), ExpectedTensors.pretraining(config));
      assertSame(StateDict.describe(classifier.parameters()), ExpectedTensors.classifier(config));
    }
  }

  private static void assertSame(
      Map<String, TargetModel.Tensor> built, Map<String, TargetModel.Tensor> expected) {
    assertEquals(List.copyOf(built.keySet()), List.copyOf(expected.keySet()));
    assertEquals(built, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A_pretrain_swin",
        "A_pretrain_swin_ape",
        "A_pretrain_swinv2_normtarget",
        "A_pretrain_vit_ape",
        "A_pretrain_vit_shared_rpb",
        "C_finetune_swin",
        "C_finetune_swinv2",
        "C_finetune_vit",
        "D_load_swinv2_w3_to_w4"
      })
  void areThoseOfTheBuiltModels(String name) throws Exception {
    assertAsBuilt(
        new ConfigLoader().load(Golden.path(name + "/config.yaml"), Overrides.none()).orThrow());
  }

  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void areThoseOfTinyModels(TinyModel model) throws Exception {
    for (String yaml : List.of(model.pretraining(), model.fineTuning())) {
      assertAsBuilt(
          new ConfigLoader().parse(yaml, Path.of("."), "tiny", Overrides.none()).orThrow());
    }
  }

  @Test
  void haveAsManyParametersAsEveryShippedConfigurationIsCountedToHave() throws Exception {
    List<Path> files;
    try (var all = Files.walk(Path.of("../configs"))) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
    assertEquals(true, files.size() > 15, "configurations found: " + files.size());
    for (Path file : files) {
      ExperimentConfig config = new ConfigLoader().load(file, Overrides.none()).orThrow();
      ModelStats stats = ModelStats.of(config);
      String name = file.toString();
      assertEquals(
          stats.pretrainingParameters(), learned(ExpectedTensors.pretraining(config)), name);
      assertEquals(stats.classifierParameters(), learned(ExpectedTensors.classifier(config)), name);
      assertEquals(
          stats.encoderParameters(), learned(ExpectedTensors.encoder(config, true, false)), name);
    }
  }

  private static long learned(Map<String, TargetModel.Tensor> tensors) {
    return tensors.values().stream()
        .filter(tensor -> !tensor.buffer())
        .mapToLong(tensor -> tensor.shape().stream().reduce(1L, Math::multiplyExact))
        .sum();
  }
}
