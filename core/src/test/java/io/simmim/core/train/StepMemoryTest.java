package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.model.Models;
import io.simmim.core.model.SimMim;
import io.simmim.core.optim.ParameterGroups;
import io.simmim.core.reconstruct.Reconstructor;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.PretrainingCase;
import io.simmim.core.testing.Tensors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Native memory is freed by hand: an array left open in a step is left open in every step. */
class StepMemoryTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A_pretrain_swin",
        "A_pretrain_swinv2_normtarget",
        "A_pretrain_vit_shared_rpb",
        "A_pretrain_vit_ape"
      })
  void noArrayStaysOpenFromOneStepToTheNext(String name) throws Exception {
    ExperimentConfig config =
        new ConfigLoader()
            .load(Golden.path(name + "/config.yaml"), Overrides.none())
            .orThrow()
            .with("MODEL.DROP_PATH_RATE", 0.2)
            .with("MODEL.DROP_RATE", 0.1)
            .with("TRAIN.ACCUMULATION_STEPS", 2);
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
      int open = 0;
      for (int i = 0; i < 60; i++) {
        try (Scope scope = Scope.open()) {
          step.run(PretrainingStage.example(model, x, mask), i / 4, i % 4);
        }
        if (i % 20 == 3) {
          state.save(folder.resolve("x.pth"), new Position(i / 4, i % 4, 4), 0, List.of());
          try (Scope scope = Scope.open()) {
            reconstructor.forward(x, mask);
          }
        }
        int now = engine.manager().getManagedArrays().size();
        assertEquals(i < 4 ? now : open, now, "arrays open after step " + i);
        open = now;
      }
    }
  }
}
