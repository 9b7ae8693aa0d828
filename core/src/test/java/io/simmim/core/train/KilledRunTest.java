package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunStatus;
import io.simmim.core.run.RunSummary;
import io.simmim.core.testing.FaultTable;
import io.simmim.core.testing.Faults;
import io.simmim.core.testing.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A training whose process is ended from outside goes on as if nothing had happened. */
@Tag("fault")
@ExtendWith(Faults.class)
class KilledRunTest {

  @TempDir private Path root;

  private ChildTraining pretraining(int epochs) throws Exception {
    Path at = Files.createDirectories(root.resolve("pretrain"));
    TinyRun tiny = TinyRun.pretraining(at);
    ExperimentConfig config =
        tiny.config("TRAIN.EPOCHS", epochs, "SAVE_STEPS", 3, "KEEP_LAST", 2, "SAVE_FREQ", 2);
    return ChildTraining.of(tiny, at, "pretrain", config);
  }

  /** Everything random that there is, sums of gradients, and a measure after each epoch. */
  private ChildTraining fineTuning(int epochs) throws Exception {
    Path at = Files.createDirectories(root.resolve("finetune"));
    TinyRun tiny = TinyRun.fineTuning(at, TinyModel.SWIN);
    ExperimentConfig config =
        tiny.config(
            "TRAIN.EPOCHS", epochs, "SAVE_STEPS", 1, "KEEP_LAST", 1, "TRAIN.ACCUMULATION_STEPS", 2);
    return ChildTraining.of(tiny, at, "finetune", config);
  }

  @Test
  void aPreTrainingThatIsKilledNowAndThenEndsWithTheSameBytes(FaultTable table) throws Exception {
    KillChain chain = new KillChain(pretraining(6), 3, new Random(7), table);
    assertTrue(chain.run(chain.undisturbed(), 3) > 0);
  }

  @Test
  void aFineTuningThatIsKilledNowAndThenEndsWithTheSameBytes(FaultTable table) throws Exception {
    KillChain chain = new KillChain(fineTuning(5), 2, new Random(3), table);
    assertTrue(chain.run(chain.undisturbed(), 2) > 0);
  }

  /** Two hundred kills, or as many as there is time for. */
  @Test
  @Tag("faults")
  void twoHundredKills(FaultTable table) throws Exception {
    int wanted = Integer.getInteger("simmim.faults.kills", 200);
    long end = System.nanoTime() + Long.getLong("simmim.faults.minutes", 15) * 60_000_000_000L;
    Random random = new Random(Long.getLong("simmim.faults.seed", 11));
    int half = wanted / 2;
    KillChain pre = new KillChain(pretraining(20), 3, random, table);
    int kills = kill(pre, half, System.nanoTime() + (end - System.nanoTime()) / 2);
    KillChain fine = new KillChain(fineTuning(16), 2, random, table);
    kills += kill(fine, wanted - half, end);
    assertTrue(kills > 0);
  }

  private static int kill(KillChain chain, int wanted, long end) throws Exception {
    KillChain.Undisturbed whole = chain.undisturbed();
    int kills = 0;
    while (kills < wanted && System.nanoTime() < end) {
      kills += chain.run(whole, Math.min(25, wanted - kills));
      chain.clear();
    }
    return kills;
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Process.destroy kills there")
  void aTerminatedTrainingSavesAndEndsWithTheSameBytesAfterTheResume(FaultTable table)
      throws Exception {
    KillChain chain = new KillChain(pretraining(6), 3, new Random(5), table);
    KillChain.Undisturbed whole = chain.undisturbed();
    ChildTraining child = chain.child();
    table.trying(
        "SIGTERM",
        () -> {
          Process process = child.start();
          assertTrue(ChildTraining.await(process, () -> steps(child) >= 5));
          process.toHandle().destroy();
          assertEquals(130, process.waitFor(), child::output);
          assertEquals(RunStatus.STOPPED, RunSummary.read(child.folder()).status());
          child.finish();
          assertArrayEquals(whole.checkpoint(), child.lastCheckpoint());
        });
  }

  @Test
  void aSecondRunInTheFolderIsRefusedAndAKilledOneIsTakenOverAtOnce(FaultTable table)
      throws Exception {
    TinyRun tiny = TinyRun.pretraining(root);
    ExperimentConfig config = tiny.config("TRAIN.EPOCHS", 60);
    ChildTraining child = ChildTraining.of(tiny, root, "pretrain", config);
    Process process = child.start();
    try {
      assertTrue(ChildTraining.await(process, () -> steps(child) >= 5));
      table.trying(
          "two runs in one folder",
          () -> {
            String said = assertThrows(DataException.class, () -> tiny.run(config)).getMessage();
            assertTrue(said.contains("process " + process.pid() + " on "), said);
            assertEquals(RunStatus.RUNNING, RunSummary.read(child.folder()).status());
          });
    } finally {
      process.destroyForcibly().waitFor();
    }
    table.trying(
        "stale lock of a killed run",
        () -> {
          assertEquals(RunStatus.CRASHED, RunSummary.read(child.folder()).status());
          Story story = tiny.stoppedAfter(1, config);
          assertEquals(1, story.all(Step.class).size());
        });
  }

  private static int steps(ChildTraining child) {
    try {
      return child.events(Step.class).size();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
