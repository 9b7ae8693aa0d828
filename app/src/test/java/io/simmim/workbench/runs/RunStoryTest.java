package io.simmim.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunStoryTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final RunStory story = new RunStory();

  @Test
  void remainingTimeFollowsTheClockNotTheStepTimes() {
    story.tell(started(0, 0));
    for (int i = 0; i < 10; i++) {
      // A step computes for 1 s, but one comes only every 3 s.
      story.tell(step(i, 1, START.plusSeconds(3L * i)));
    }
    // 20 steps in all, the last done is number 9.
    assertEquals(Optional.of(Duration.ofSeconds(30)), story.snapshot().remaining());
  }

  @Test
  void thereIsNoRemainingTimeBeforeTwoStepsAndAfterTheEnd() {
    story.tell(started(0, 0));
    story.tell(step(0, 1, START));
    assertEquals(Optional.empty(), story.snapshot().remaining());
    story.tell(step(1, 1, START.plusSeconds(1)));
    assertTrue(story.snapshot().remaining().isPresent());
    story.tell(new RunEvent.Ended(START, RunEvent.Outcome.STOPPED, 0, 1, "stopped"));
    assertEquals(Optional.empty(), story.snapshot().remaining());
  }

  @Test
  void aResumedRunForgetsHowLongItWaitedForDataBefore() {
    story.tell(started(0, 0));
    story.tell(new RunEvent.Step(START, 0, 0, 0, 1, 1e-4, 1, 8, 1, 0.5, 100));
    assertEquals("waiting for data 50 %", story.snapshot().dataWait());
    story.tell(started(1, 10));
    assertEquals("", story.snapshot().dataWait());
  }

  @Test
  void theBreakBeforeAResumeDoesNotCountAsSlowness() {
    story.tell(started(0, 0));
    story.tell(step(0, 1, START));
    story.tell(started(1, 10));
    story.tell(step(10, 1, START.plusSeconds(100_000)));
    story.tell(step(11, 1, START.plusSeconds(100_002)));
    assertEquals(Optional.of(Duration.ofSeconds(16)), story.snapshot().remaining());
  }

  @Test
  void aResumedRunTellsItsLaterEpochsAgain() {
    story.tell(started(0, 0));
    story.tell(new RunEvent.Epoch(START, 0, 0.5, 1));
    story.tell(new RunEvent.Epoch(START, 1, 0.1, 1));
    story.tell(new RunEvent.Preview(START, 1, 19, 2, 0.1));
    story.tell(new RunEvent.Ended(START, RunEvent.Outcome.STOPPED, 1, 19, "stopped"));
    story.tell(started(1, 10));
    assertEquals(Optional.of(0.5), story.snapshot().bestLoss());
    assertTrue(story.snapshot().previews().isEmpty());
    assertTrue(story.snapshot().ended().isEmpty());
  }

  @Test
  void whatWasSavedWithinAnEpochStaysWhenTheRunGoesOnFromIt() {
    story.tell(started(0, 0));
    story.tell(new RunEvent.Checkpoint(START, 0, 9, "ckpt_epoch_0.pth"));
    story.tell(new RunEvent.Checkpoint(START, 1, 13, "ckpt_epoch_1.pth"));
    story.tell(new RunEvent.Preview(START, 1, 13, 2, 0.1));
    story.tell(started(1, 14));
    RunSnapshot resumed = story.snapshot();
    assertEquals("ckpt_epoch_1.pth", resumed.newestCheckpoint().orElseThrow().file());
    assertEquals(1, resumed.previews().size());
    story.tell(started(1, 10));
    assertEquals("ckpt_epoch_0.pth", story.snapshot().newestCheckpoint().orElseThrow().file());
    assertTrue(story.snapshot().previews().isEmpty());
  }

  @Test
  void aCheckpointThatWasDeletedIsForgotten() {
    story.tell(started(0, 0));
    story.tell(new RunEvent.Checkpoint(START, 0, 9, "ckpt_epoch_0.pth"));
    story.tell(new RunEvent.Checkpoint(START, 1, 19, "ckpt_epoch_1.pth"));
    story.tell(new RunEvent.Pruned(START, List.of("ckpt_epoch_0.pth", "ckpt_epoch_1_step_3.pth")));
    assertEquals(
        List.of("ckpt_epoch_1.pth"),
        story.snapshot().checkpoints().stream().map(RunEvent.Checkpoint::file).toList());
  }

  @Test
  void anEpochThatIsOnlyMeasuredAgainKeepsItsLoss() {
    story.tell(started(0, 0));
    story.tell(new RunEvent.Epoch(START, 0, 0.5, 1));
    story.tell(started(0, 10));
    assertEquals(Optional.of(0.5), story.snapshot().bestLoss());
  }

  @Test
  void aClockThatIsSetBackTurnsNoTimeBack() {
    story.tell(started(0, 0));
    story.tell(step(0, 1, START.plusSeconds(60)));
    story.tell(step(1, 1, START.plusSeconds(61)));
    story.tell(step(2, 1, START.minusSeconds(3600)));
    assertEquals(61, story.snapshot().curves().elapsed().y(2));
    assertEquals(Optional.empty(), story.snapshot().remaining());
  }

  @Test
  void progressCountsStepsOfTheWholeRun() {
    story.tell(started(0, 0));
    story.tell(step(4, 1, START));
    assertEquals(0.25, story.snapshot().progress());
    assertEquals(5, story.snapshot().stepsDone());
  }

  @Test
  void aResumedFineTuningMeasuresItsLaterEpochsAgain() {
    story.tell(started(0, 0));
    story.tell(validation(0, 40));
    story.tell(validation(1, 70));
    story.tell(new RunEvent.Checkpoint(START, 0, 9, "ckpt_epoch_0.pth"));
    story.tell(new RunEvent.Checkpoint(START, 1, 19, "ckpt_epoch_1.pth"));
    assertEquals("ckpt_epoch_1.pth", bestCheckpoint());
    story.tell(started(1, 10));
    story.tell(validation(1, 30));
    story.tell(new RunEvent.Checkpoint(START, 1, 19, "ckpt_epoch_1.pth"));
    assertEquals(2, story.snapshot().validations().size());
    assertEquals(40, Accuracy.best(story.snapshot().validations()).orElseThrow().top1());
    assertEquals("ckpt_epoch_0.pth", bestCheckpoint());
  }

  @Test
  void anEvaluationIsAsFarAsItsImages() {
    story.tell(new RunEvent.Started(START, "evaluate", 1, 4, 32, 0, 0, 128, 1, "cpu", "c.pth"));
    assertTrue(story.snapshot().isSilent());
    story.tell(new RunEvent.Progress(START, "evaluate", 32, 128, 16));
    assertEquals(0.25, story.snapshot().progress());
    assertEquals(Optional.of(Duration.ofSeconds(6)), story.snapshot().remaining());
    story.tell(validation(29, 80));
    story.tell(new RunEvent.Ended(START, RunEvent.Outcome.FINISHED, 0, 0, "done"));
    assertEquals(1, story.snapshot().progress());
  }

  @Test
  void theIterationsOfASpeedMeasurementAreNoImages() {
    story.tell(new RunEvent.Progress(START, "throughput", 8, 80, 400));
    assertEquals(Optional.empty(), story.snapshot().remaining());
  }

  private String bestCheckpoint() {
    return story.snapshot().bestCheckpoint().orElseThrow().file();
  }

  private static RunEvent.Validation validation(int epoch, double top1) {
    return new RunEvent.Validation(START, epoch, 10L * epoch + 9, 128, 1, top1, 99, top1, 2);
  }

  private static RunEvent.Started started(int epoch, long step) {
    return new RunEvent.Started(START, "pretrain", 2, 10, 8, epoch, step, 80, 1, "cpu", null);
  }

  private static RunEvent.Step step(long step, double loss, Instant time) {
    return new RunEvent.Step(
        time, step, (int) step / 10, (int) step % 10, loss, 1e-3, 1, 8, 1, 0, 100);
  }
}
