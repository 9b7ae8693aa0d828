package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.testing.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole training, with its log, checkpoints, previews and epochs, for a million steps or as long
 * as {@code simmim.soak.minutes} says: nothing of the process may grow with the steps.
 */
@Tag("soak")
class SoakTest {

  private static final long STEPS = Long.getLong("simmim.soak.steps", 1_000_000);
  private static final Duration TIME = Duration.ofMinutes(Long.getLong("simmim.soak.minutes", 120));
  private static final int EPOCHS = 500_000;
  private static final double MEMORY_DRIFT = 0.01;
  private static final double TIME_DRIFT = 0.02;

  @TempDir private Path root;

  @Test
  void nothingGrowsWithTheSteps() throws Exception {
    TinyRun tiny = TinyRun.pretraining(root, TinyModel.VIT);
    ExperimentConfig config =
        tiny.config("TRAIN.EPOCHS", EPOCHS, "SAVE_FREQ", 5_000, "KEEP_LAST", 2);
    SoakSamples samples = new SoakSamples(TIME.dividedBy(SoakSamples.WANTED));
    long end = System.nanoTime() + TIME.toNanos();
    Outcome outcome =
        tiny.training(config)
            .execute(
                event -> {
                  if (event instanceof Step step) {
                    samples.stepped(step);
                  }
                },
                () -> samples.steps() >= STEPS || System.nanoTime() > end);
    String table = samples.table();
    System.out.println(table);
    Files.writeString(Path.of("target", "soak.txt"), table);
    assertEquals(Outcome.STOPPED, outcome);
    assertTrue(samples.nativeDrift() < MEMORY_DRIFT, table);
    assertTrue(samples.heapDrift() < MEMORY_DRIFT, table);
    assertEquals(0, samples.threadDrift(), table);
    assertEquals(0, samples.handleDrift(), table);
    assertTrue(samples.timeDrift() < TIME_DRIFT, table);
  }
}
