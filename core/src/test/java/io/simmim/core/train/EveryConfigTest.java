package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.bench.ModelBenchmark;
import io.simmim.core.bench.Work;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.model.Models;
import io.simmim.core.model.Network;
import io.simmim.core.model.Pass;
import io.simmim.core.stats.ModelStats;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every configuration that is shipped, as a real network. Takes minutes and 16 GB. */
@Tag("heavy")
class EveryConfigTest {

  private static final Path CONFIGS = Path.of("..", "configs");

  static Stream<Path> configs() throws Exception {
    try (Stream<Path> files = Files.walk(CONFIGS)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void buildsWithTheCountedParameters(Path file) throws Exception {
    ExperimentConfig config = new ConfigLoader().load(file, Overrides.none()).orThrow();
    ModelStats stats = ModelStats.of(config);
    boolean pretraining = file.getFileName().toString().startsWith("simmim_pretrain");
    try (TorchEngine engine = TorchEngine.start("cpu");
        Network network =
            pretraining ? Models.simMim(engine, config, 0) : Models.classifier(engine, config, 0)) {
      long expected = pretraining ? stats.pretrainingParameters() : stats.classifierParameters();
      assertEquals(expected, network.parameters().size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "swin_large__800ep/simmim_pretrain__swin_large__img192_window12__800ep.yaml",
        "swinv2_huge__800ep/simmim_pretrain__swinv2_huge__img192_window12__800ep.yaml"
      })
  void theLargeModelsTakeATrainingStep(String name) throws Exception {
    ExperimentConfig config =
        new ConfigLoader()
            .load(CONFIGS.resolve(name), Overrides.none())
            .orThrow()
            .with("DATA.BATCH_SIZE", 1);
    try (TorchEngine engine = TorchEngine.start("cpu")) {
      engine.enterThread(true);
      var step = new ModelBenchmark(engine, config, Work.STEP).run(0, 1, Optional.empty());
      assertTrue(step.own().min() > 0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "swin_large__800ep/simmim_finetune__swin_large__img224_window14__800ep.yaml",
        "vit_base__800ep/simmim_finetune__vit_base__img224__800ep.yaml",
        "swinv2_huge__800ep/simmim_finetune__swinv2_huge__img512_window32__800ep.yaml"
      })
  void theLargeClassifiersClassify(String name) throws Exception {
    ExperimentConfig config =
        new ConfigLoader().load(CONFIGS.resolve(name), Overrides.none()).orThrow();
    try (TorchEngine engine = TorchEngine.start("cpu");
        var model = Models.classifier(engine, config, 0);
        Scope scope = Scope.open();
        GradMode off = GradMode.off()) {
      int size = config.data().imgSize();
      NDArray image = engine.manager().randomNormal(new Shape(1, 3, size, size));
      NDArray logits = model.forward(image, Pass.INFERENCE);
      assertEquals(new Shape(1, config.model().numClasses()), logits.getShape());
    }
  }
}
