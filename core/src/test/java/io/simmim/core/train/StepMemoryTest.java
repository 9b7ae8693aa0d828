package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.model.Classifier;
import io.simmim.core.model.Models;
import io.simmim.core.model.Pass;
import io.simmim.core.model.SimMim;
import io.simmim.core.optim.ParameterGroups;
import io.simmim.core.reconstruct.Reconstructor;
import io.simmim.core.tensor.Autocast;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.Losses;
import io.simmim.core.tensor.NegativeLogLikelihood;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.testing.FinetuningCase;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.PretrainingCase;
import io.simmim.core.testing.Tensors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Native memory is freed by hand: an array left open in a step is left open in every step. */
class StepMemoryTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "A_pretrain_swin, false",
    "A_pretrain_swinv2_normtarget, false",
    "A_pretrain_vit_shared_rpb, false",
    "A_pretrain_vit_ape, false",
    "A_pretrain_swin, true",
    "A_pretrain_vit_shared_rpb, true"
  })
  void noArrayStaysOpenFromOneStepToTheNext(String name, boolean recompute) throws Exception {
    ExperimentConfig config =
        new ConfigLoader()
            .load(Golden.path(name + "/config.yaml"), Overrides.none())
            .orThrow()
            .with("MODEL.DROP_PATH_RATE", 0.2)
            .with("MODEL.DROP_RATE", 0.1)
            .with("TRAIN.ACCUMULATION_STEPS", 2)
            .with("TRAIN.USE_CHECKPOINT", recompute);
    try (var golden = new PretrainingCase(name, name + "/ckpt_epoch_0.pth");
        TorchEngine engine = TorchEngine.start("cpu");
        SimMim model = Models.simMim(engine, config, 0);
        TrainState state =
            new TrainState(engine, config, model, ParameterGroups.pretraining(model, 0.05), 4)) {
      engine.enterThread(true);
      Map<String, NDArray> io = golden.arrays(name + "/io.npz");
      NDArray x = io.get("x");
      NDArray mask = Tensors.float32(io.get("mask"));
      TrainingStep step = state.step();
      Reconstructor reconstructor = new Reconstructor(engine, model);
      int[] open = new int[2]; // Gradients wait after every other batch.
      for (int i = 0; i < 60; i++) {
        try (Scope scope = Scope.open()) {
          step.run(Example.masked(model, x, mask), i / 4, i % 4);
        }
        if (i % 20 == 3) {
          state.save(folder.resolve("x.pth"), new Position(i / 4, i % 4, 4), 0, List.of());
          try (Scope scope = Scope.open()) {
            reconstructor.forward(x, mask);
          }
        }
        int now = engine.manager().getManagedArrays().size();
        assertEquals(i < 4 ? now : open[i % 2], now, "arrays open after step " + i);
        open[i % 2] = now;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "C_finetune_swin, fp32, false",
    "C_finetune_swinv2, bf16, false",
    "C_finetune_vit, fp32, true",
    "C_finetune_swin, bf16, true"
  })
  void fineTuningAndMeasuringLeaveNoArrayOpen(String name, String precision, boolean recompute)
      throws Exception {
    try (var golden = new FinetuningCase(name, name + "/init.pth")) {
      TorchEngine engine = golden.engine();
      ExperimentConfig config =
          golden.config().with("PRECISION", precision).with("TRAIN.USE_CHECKPOINT", recompute);
      Map<String, NDArray> io = golden.arrays(name + "/io.npz");
      Classifier model = golden.model();
      Criterion criterion = new Criterion(new Losses(engine.script()), 0.1);
      try (TrainState state =
          new TrainState(engine, config, model, ParameterGroups.finetuning(model, config), 4)) {
        TrainingStep step = state.step();
        int open = 0;
        for (int i = 0; i < 24; i++) {
          boolean mixed = i % 2 == 0;
          try (Scope scope = Scope.open()) {
            step.run(
                new Example(
                    io.get("x"),
                    null,
                    tokens ->
                        mixed
                            ? criterion.soft(model.logits(tokens), io.get("soft_targets"))
                            : criterion.hard(model.logits(tokens), io.get("labels"))),
                i / 4,
                i % 4);
          }
          measure(model, io.get("x"), config, engine);
          int now = engine.manager().getManagedArrays().size();
          assertEquals(i < 4 ? now : open, now, "arrays open after step " + i);
          open = now;
        }
      }
    }
  }

  private static void measure(
      Classifier model, NDArray x, ExperimentConfig config, TorchEngine engine) throws Exception {
    try (Scope scope = Scope.open();
        GradMode off = GradMode.off();
        Autocast cast = AutocastMode.of(config.precision(), engine).enter()) {
      NDArray logits = model.forward(x, Pass.INFERENCE);
      NegativeLogLikelihood.sum(logits, new long[] {0, 1});
    }
  }
}
