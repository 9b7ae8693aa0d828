package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.tensor.TorchEngine;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryShortageTest {

  private final ExperimentConfig config = ExperimentConfig.defaults().with("DATA.BATCH_SIZE", 128);

  @Test
  void theEnginesOwnComplaintIsKnown() throws Exception {
    try (TorchEngine engine = TorchEngine.start("cpu")) {
      Shape petabyte = new Shape(1L << 24, 1L << 24);
      RuntimeException refusal =
          assertThrows(ai.djl.engine.EngineException.class, () -> engine.manager().zeros(petabyte));
      String sentence = MemoryShortage.of(refusal, config, "cpu").orElseThrow().getMessage();
      assertTrue(sentence.startsWith("The memory of this machine is not enough"), sentence);
      assertEquals(1, sentence.lines().count(), sentence);
    }
  }

  @Test
  void thatOfAGpuIsKnownAndWhatIsDoneAlreadyIsNotProposed() {
    var refusal =
        new ai.djl.engine.EngineException(
            "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 79 GiB");
    String sentence = MemoryShortage.of(refusal, config, "cuda:0").orElseThrow().getMessage();
    for (String words : new String[] {"cuda:0", "(128) smaller", "USE_CHECKPOINT", "bf16"}) {
      assertTrue(sentence.contains(words), sentence);
    }
    ExperimentConfig frugal =
        config
            .with("DATA.BATCH_SIZE", 1)
            .with("TRAIN.USE_CHECKPOINT", true)
            .with("PRECISION", "bf16");
    assertEquals("choose a smaller model", MemoryShortage.remedies(frugal));
  }

  @Test
  void anotherFailureIsNot() {
    var failure = new ai.djl.engine.EngineException("shapes cannot be multiplied (2x3 and 4x5)");
    assertEquals(Optional.empty(), MemoryShortage.of(failure, config, "cpu"));
  }
}
