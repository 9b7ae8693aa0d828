package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Epoch;
import io.simmim.core.run.RunEvent.Note;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Progress;
import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Validation;
import io.simmim.core.testing.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fine-tuning that was interrupted ends as if nothing had happened. */
class FineTuningResumeTest {

  @TempDir private Path root;

  /** Mixing, augmentation, erasing and drop path are on in all of them. */
  @ParameterizedTest
  @CsvSource({
    "SWIN, 2, 0, 3, adamw",
    "SWIN, 6, 2, 0, adamw", // asked at the end of a sum
    "SWIN, 5, 3, 2, adamw", // asked within a sum, with a remainder that is thrown away
    "SWINV2, 6, 0, 2, adamw",
    "VIT, 3, 0, 0, adamw",
    "SWIN, 6, 0, 0, sgd",
    "VIT, 5, 2, 3, sgd"
  })
  void endsWithTheSameBitsAsAnUninterruptedRun(
      TinyModel model, int steps, int accumulation, int workersAfter, String optimizer)
      throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, model);
    ExperimentConfig config =
        tiny.config("TRAIN.ACCUMULATION_STEPS", accumulation, "TRAIN.OPTIMIZER.NAME", optimizer);
    InterruptedRun run =
        InterruptedRun.of(tiny, config, parts -> tiny.stoppedAfter(steps, parts), workersAfter);
    assertEquals(List.of(), run.second().all(Note.class), "nothing is loaded a second time");
  }

  private Story stoppedWhen(Predicate<RunEvent> condition, TinyRun tiny, ExperimentConfig config)
      throws Exception {
    return Story.stoppedWhen(condition, tiny.training(config)::execute);
  }

  private static Predicate<RunEvent> measuring(int times) {
    int[] left = {times};
    return event -> event instanceof Progress && --left[0] == 0;
  }

  @Test
  void aStopWhileItMeasuresIsMadeUpForAfterTheResume() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.SWIN);
    ExperimentConfig config = tiny.config();
    InterruptedRun run =
        InterruptedRun.of(tiny, config, parts -> stoppedWhen(measuring(1), tiny, parts), 0);
    assertEquals(
        List.of("Started", "Note", "Step", "Step", "Step", "Step", "Epoch", "Checkpoint", "Ended"),
        run.first().types());
    assertEquals("Validation", run.second().types().get(1));
    assertEquals(1, run.second().all(Epoch.class).size());
    Started started = run.second().only(Started.class);
    assertEquals(0, started.startEpoch());
    assertEquals(4, started.startStep());
  }

  @Test
  void aStopAfterTheLastStepOfAnEpochIsMadeUpForAsWell() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.SWIN);
    InterruptedRun run =
        InterruptedRun.of(tiny, tiny.config(), parts -> tiny.stoppedAfter(4, parts), 0);
    assertEquals(2, run.second().all(Validation.class).size());
  }

  @Test
  void aStopInTheLastMeasureLeavesTheRunUnfinished() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.SWIN);
    ExperimentConfig config = tiny.config();
    InterruptedRun run =
        InterruptedRun.of(tiny, config, parts -> stoppedWhen(measuring(4), tiny, parts), 0);
    assertEquals(List.of("Started", "Validation", "Checkpoint", "Ended"), run.second().types());
  }

  @Test
  void aStopAfterAllIsMeasuredComesTooLateForThatMeasure() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.SWIN);
    ExperimentConfig config = tiny.config("TRAIN.EPOCHS", 1);
    Story story = stoppedWhen(measuring(3), tiny, config);
    assertEquals(Outcome.FINISHED, story.outcome());
    assertEquals(1, story.all(Validation.class).size());
  }

  @Test
  void theOfficialScriptsGoOnAfterAnEpochThatIsTrainedButNotMeasured() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.SWIN);
    ExperimentConfig config = tiny.config();
    stoppedWhen(measuring(1), tiny, config);
    TrainingCheckpoint saved = tiny.checkpoint(config, 0);
    assertEquals(0, saved.epoch());
    assertEquals(new Position(0, 4, 4), saved.position().orElseThrow());
  }

  @Test
  void withAnotherBatchSizeATrainedEpochIsNotTrainedAgain() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.SWIN);
    ExperimentConfig config = tiny.config();
    stoppedWhen(measuring(1), tiny, config);
    Story story = tiny.runChanged(config.with("DATA.BATCH_SIZE", 3));
    assertEquals(3, story.all(Step.class).size());
    assertEquals(2, story.all(Validation.class).size());
    String said = story.only(RunEvent.Warning.class).message();
    assertTrue(said.contains("DATA.BATCH_SIZE 3 (was 2)"), said);
  }

  @Test
  void aMeasureThatFailsDoesNotCostTheEpoch() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.VIT);
    ExperimentConfig config = tiny.config();
    Path val = tiny.images().resolve("val");
    Path away = Files.move(val, root.resolve("away"));
    Path broken = Files.createDirectories(val.resolve("ant")).resolve("00.png");
    Files.writeString(broken, "no picture");
    assertThrows(DataException.class, () -> tiny.run(config));
    assertEquals(new Position(0, 4, 4), tiny.checkpoint(config, 0).position().orElseThrow());
    Files.delete(broken);
    Files.delete(broken.getParent());
    Files.delete(val);
    Files.move(away, val);
    Story story = tiny.run(config);
    assertEquals(Outcome.FINISHED, story.outcome());
    assertEquals(4, story.all(Step.class).size());
    assertEquals(2, story.all(Validation.class).size());
  }

  private static String refusal(TinyRun tiny, ExperimentConfig config) {
    String message = assertThrows(CheckpointException.class, () -> tiny.run(config)).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.endsWith("."), message);
    return message;
  }

  @Test
  void aFolderWithOtherClassesIsRefused() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.SWIN);
    ExperimentConfig config = tiny.config();
    tiny.stoppedAfter(1, config);
    Path train = tiny.images().resolve("train");
    Files.move(train.resolve("bee"), train.resolve("wasp"));
    Files.move(tiny.images().resolve("val/bee"), tiny.images().resolve("val/wasp"));
    String message = refusal(tiny, config);
    assertTrue(message.contains("(bee, wasp)"), message);
  }

  @Test
  void aPreTrainingIsNothingToResumeFrom() throws Exception {
    TinyRun before = TinyRun.pretraining(root.resolve("before"));
    ExperimentConfig pretraining = before.config("TRAIN.EPOCHS", 1);
    before.run(pretraining);
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.SWIN);
    Path file = before.folder(pretraining).checkpoint(0);
    String message = refusal(tiny, tiny.config("MODEL.RESUME", file.toString()));
    assertTrue(message.contains("--pretrained"), message);
  }

  @Test
  void anotherOptimizerIsRefused() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.VIT);
    tiny.stoppedAfter(1, tiny.config());
    ExperimentConfig sgd = tiny.config("TRAIN.OPTIMIZER.NAME", "sgd");
    String message =
        assertThrows(CheckpointException.class, () -> tiny.runChanged(sgd)).getMessage();
    assertTrue(message.contains("TRAIN.OPTIMIZER.NAME"), message);
  }
}
