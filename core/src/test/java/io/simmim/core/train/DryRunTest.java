package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.EngineException;
import io.simmim.core.run.Estimate;
import io.simmim.core.run.RunEvent;
import io.simmim.core.testing.TinyModel;
import io.simmim.core.train.DryRun.Effort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings of which only the first steps are taken, to be measured. */
class DryRunTest {

  private static final Effort SOME = new Effort(2, 5, 60);
  private static final Effort ONE = new Effort(1, 1, 60);

  @TempDir private Path root;

  private final Set<String> tasks = new LinkedHashSet<>();

  private Estimate measured(DryRun run, Effort effort) throws Exception {
    return run.execute(effort, (task, done, total) -> tasks.add(task), () -> false).orElseThrow();
  }

  @Test
  void aPreTrainingIsMeasuredWithoutATrace() throws Exception {
    TinyRun tiny = TinyRun.pretraining(root);
    ExperimentConfig config = tiny.config("TRAIN.EPOCHS", 3);
    Set<Path> before = temporary();
    Estimate estimate = measured(DryRun.pretraining(config, "cpu"), SOME);
    assertTrue(Files.notExists(tiny.output()));
    assertEquals(before, temporary());

    Story real = tiny.run(config);
    RunEvent.Started started = real.only(RunEvent.Started.class);
    assertEquals("pretrain", estimate.stage());
    assertEquals(started.parameters(), estimate.parameters());
    assertEquals(started.stepsPerEpoch(), estimate.stepsPerEpoch());
    assertEquals(started.trainImages(), estimate.images());
    assertEquals(real.all(RunEvent.Checkpoint.class).size(), estimate.disk().checkpoints());
    long size = Files.size(tiny.folder(config).checkpoint(0));
    assertEquals(size, estimate.disk().checkpointBytes(), 0.01 * size);
    assertTrue(estimate.disk().fits());
    assertTrue(estimate.memory().measuredMb() > 0, estimate.toString());
    assertTrue(estimate.memory().totalMb() > estimate.memory().measuredMb(), estimate.toString());
    assertEquals(0, estimate.duration().laterEvaluation());
    assertEquals(List.of(), estimate.remarks());
    assertEquals(
        List.of(
            "reading the list of images",
            "building the model",
            "measuring steps",
            "measuring steps of later epochs",
            "saving"),
        List.copyOf(tasks));
  }

  /** Folders of dry runs among the temporary ones; other tests may have their own. */
  private static Set<Path> temporary() throws Exception {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return new LinkedHashSet<>(
          files.filter(f -> f.getFileName().toString().startsWith("simmim-estimate-")).toList());
    }
  }

  @Test
  void ofALongEpochOnlyTheBeginningIsRunTwice() throws Exception {
    TinyRun tiny = TinyRun.pretraining(root);
    ExperimentConfig config = tiny.config();
    Estimate estimate = measured(DryRun.pretraining(config, "cpu"), ONE);
    assertEquals(1, estimate.steps().measured());
    assertTrue(tasks.contains("measuring steps of later epochs"), tasks.toString());
    double step = estimate.steps().medianSeconds();
    assertTrue(
        estimate.duration().laterEpoch() >= TinyRun.STEPS_PER_EPOCH * step, estimate.toString());
  }

  @Test
  void accumulatedStepsAreMeasuredToTheOptimizersStep() throws Exception {
    TinyRun tiny = TinyRun.pretraining(root);
    ExperimentConfig config =
        tiny.config("DATA.BATCH_SIZE", 1, "TRAIN.ACCUMULATION_STEPS", 3, "TRAIN.EPOCHS", 1);
    assertEquals(3, measured(DryRun.pretraining(config, "cpu"), ONE).steps().measured());
    ExperimentConfig tooMany = tiny.config("TRAIN.ACCUMULATION_STEPS", 5);
    assertThrows(DataException.class, () -> measured(DryRun.pretraining(tooMany, "cpu"), ONE));
  }

  @Test
  void aFineTuningIsMeasuredWithItsEvaluation() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.VIT);
    ExperimentConfig config = tiny.config("PRETRAINED", root.resolve("not-read.pth").toString());
    Estimate estimate = measured(DryRun.fineTuning(config, "cpu"), SOME);
    assertEquals("finetune", estimate.stage());
    assertTrue(tasks.contains("evaluating"), tasks.toString());
    assertTrue(estimate.duration().firstEvaluation() > 0, estimate.toString());
    assertTrue(estimate.duration().laterEvaluation() > 0, estimate.toString());
  }

  @Test
  void numbersThatAreNotFiniteAreOneSentence() throws Exception {
    TinyRun tiny = TinyRun.pretraining(root);
    ExperimentConfig config =
        tiny.config("TRAIN.BASE_LR", 1e38, "TRAIN.WARMUP_EPOCHS", 0, "TRAIN.EPOCHS", 9);
    DryRun run = DryRun.pretraining(config, "cpu");
    String message =
        assertThrows(EngineException.class, () -> measured(run, new Effort(2, 20, 60)))
            .getMessage();
    assertTrue(message.contains("TRAIN.BASE_LR"), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void aStopLeavesNothing() throws Exception {
    TinyRun tiny = TinyRun.pretraining(root);
    Set<Path> before = temporary();
    List<String> said = new ArrayList<>();
    Optional<Estimate> none =
        DryRun.pretraining(tiny.config(), "cpu")
            .execute(SOME, (task, done, total) -> said.add(task), () -> said.size() > 4);
    assertTrue(none.isEmpty());
    assertEquals(before, temporary());
  }
}
