package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.EngineException;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunStatus;
import io.simmim.core.run.RunSummary;
import io.simmim.core.testing.FaultTable;
import io.simmim.core.testing.Faults;
import io.simmim.core.testing.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A step for which there is no memory: attention between all pixels of pictures of 512 x 512. */
@Tag("fault")
@ExtendWith(Faults.class)
class MemoryShortageRunTest {

  @TempDir private Path root;

  @Test
  void theRunEndsInASentenceAndItsCheckpointGoesOn(FaultTable table) throws Exception {
    TinyRun tiny = TinyRun.pretraining(root, TinyModel.VIT);
    ExperimentConfig config =
        tiny.config(
            "MODEL.VIT.PATCH_SIZE", 1,
            "MODEL.VIT.USE_RPB", false,
            "MODEL.VIT.USE_SHARED_RPB", false,
            "DATA.IMG_SIZE", 16,
            "DATA.MASK_PATCH_SIZE", 4,
            "TRAIN.EPOCHS", 2);
    assertEquals(Outcome.STOPPED, tiny.stoppedAfter(4, config).outcome());
    byte[] saved = Files.readAllBytes(tiny.folder(config).checkpoint(0));
    table.trying(
        "no memory for a step",
        () -> {
          ExperimentConfig large = config.with("DATA.IMG_SIZE", 512);
          String sentence =
              assertThrows(EngineException.class, () -> tiny.runChanged(large)).getMessage();
          assertEquals(1, sentence.lines().count(), sentence);
          for (String part :
              new String[] {
                "not enough",
                "DATA.BATCH_SIZE (2) smaller",
                "TRAIN.ACCUMULATION_STEPS",
                "TRAIN.USE_CHECKPOINT",
                " MiB",
                "simmim estimate",
                "can be resumed"
              }) {
            assertTrue(sentence.contains(part), sentence);
          }
          RunSummary after = RunSummary.read(tiny.folder(config));
          assertEquals(RunStatus.FAILED, after.status());
          assertEquals(sentence, after.ended().orElseThrow().message());
          assertArrayEquals(saved, Files.readAllBytes(tiny.folder(config).checkpoint(0)));
          Story resumed = tiny.runChanged(config);
          assertEquals(Outcome.FINISHED, resumed.outcome());
          assertEquals(TinyRun.STEPS_PER_EPOCH, resumed.all(Step.class).get(0).step());
        });
  }
}
