package io.simmim.workbench.testing;

import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.model.Models;
import io.simmim.core.model.SimMim;
import io.simmim.core.model.StateDict;
import io.simmim.core.tensor.TorchEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checkpoints of whole but tiny models that learned nothing. */
public final class RandomCheckpoints {

  private static final String TINY =
      """
      DATA:
        IMG_SIZE: 64
        MASK_PATCH_SIZE: 16
      MODEL:
        TYPE: swin
        DROP_PATH_RATE: 0.0
        SWIN:
          EMBED_DIM: 8
          DEPTHS: [1, 1, 1, 1]
          NUM_HEADS: [1, 1, 2, 2]
          WINDOW_SIZE: 2
      """;

  private RandomCheckpoints() {}

  /** Writes one for pictures of 64 pixels with patches of 4. */
  public static Path write(Path file, long seed) throws SimMimException {
    ExperimentConfig config =
        new ConfigLoader()
            .parse(TINY, file.getParent(), "tiny", Overrides.none())
            .forPretraining()
            .orThrow();
    try (TorchEngine engine = TorchEngine.start("cpu");
        SimMim model = Models.simMim(engine, config, seed)) {
      new TrainingCheckpoint(
              StateDict.capture(model.parameters()),
              Map.of(),
              Map.of(),
              0,
              0,
              Map.of(),
              config.values().toNested(),
              List.of(),
              Optional.empty())
          .write(file);
    }
    return file;
  }
}
