package io.simmim.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.shell.StatusBarViewModel;
import io.simmim.workbench.testing.RunFixture;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunViewModelTest {

  @TempDir Path output;

  private final RunViewModel model = new RunViewModel();
  private Instant now = Instant.now();

  @Test
  void showsTheNumbersOfTheNewestStep() throws Exception {
    try (RunFixture run = new RunFixture(output, "swin", "t", now)) {
      follow(run.epochs(0, 5).steps(5, 0, 7));
      assertEquals("6 / 30", metric("epoch"));
      assertEquals("7 / 40", metric("step"));
      assertEquals("178", metric("speed"));
      assertEquals("1.4 GiB", metric("memory"));
      assertEquals("2 min 58 s", metric("remaining"));
      assertTrue(model.canStopProperty().get());
      assertFalse(model.canResumeProperty().get());
    }
  }

  @Test
  void aResumedRunCountsAsStartingUntilItShowsLife() throws Exception {
    try (RunFixture run = new RunFixture(output, "swin", "t", now)) {
      follow(run.steps(0, 0, 3).checkpoint(0).end(RunEvent.Outcome.STOPPED, "Stopped."));
      assertTrue(model.canResumeProperty().get());
      model.setResuming(true);
      follow(run);
      assertEquals(RunState.STARTING, model.stateProperty().get());
      assertFalse(model.canResumeProperty().get(), "it must not be resumed twice");
      model.setResuming(false);
      assertEquals(RunState.STOPPED, model.stateProperty().get());
    }
  }

  @Test
  void aRunThatSavedNothingCannotBeResumed() throws Exception {
    try (RunFixture run = new RunFixture(output, "swin", "t", now)) {
      follow(run.end(RunEvent.Outcome.FAILED, "The checkpoint does not fit."));
      assertEquals(RunState.FAILED, model.stateProperty().get());
      assertFalse(model.canResumeProperty().get());
    }
  }

  @Test
  void theNewestPreviewIsShownUntilTheUserChoosesAnother() throws Exception {
    try (RunFixture run = new RunFixture(output, "swin", "t", now)) {
      follow(run.epochs(0, 5));
      StripViewModel strip = model.strip();
      assertEquals(0, strip.indexProperty().get());
      follow(run.epochs(5, 15));
      assertEquals(2, strip.indexProperty().get());
      strip.choose(1);
      follow(run.epochs(15, 20));
      assertEquals(1, strip.indexProperty().get());
      assertEquals(
          run.folder().probeReconstruction(9, 0), strip.filesProperty().get().rows().get(0).get(2));
      strip.choose(3);
      follow(run.epochs(20, 25));
      assertEquals(4, strip.indexProperty().get(), "choosing the newest follows again");
    }
  }

  @Test
  void aFineTuningShowsItsAccuracyFirstAndCanBeEvaluatedOnceItSaved() throws Exception {
    try (RunFixture run = new RunFixture(RunStage.FINETUNE, output, "swin", "t", now)) {
      follow(run.steps(0, 0, 40).validation(0, 52.25).steps(1, 0, 40).validation(1, 48));
      assertEquals("top1", model.metricsProperty().get().get(0).id());
      assertEquals("48.00 %", metric("top1"));
      assertEquals("52.25 %", metric("best"));
      assertEquals("Best, epoch 1", model.metricsProperty().get().get(1).title());
      assertFalse(model.canEvaluateProperty().get());
      follow(run.checkpoint(1));
      assertTrue(model.canEvaluateProperty().get());
      assertFalse(model.canFineTuneProperty().get());
    }
  }

  @Test
  void aPreTrainingCanBeFineTunedOnceItSaved() throws Exception {
    try (RunFixture run = new RunFixture(output, "swin", "t", now)) {
      follow(run.steps(0, 0, 3));
      assertFalse(model.canFineTuneProperty().get());
      follow(run.checkpoint(0));
      assertTrue(model.canFineTuneProperty().get());
      assertFalse(model.canEvaluateProperty().get());
    }
  }

  @Test
  void anEvaluationTellsHowFarItIsThenItsResult() throws Exception {
    try (RunFixture run = new RunFixture(RunStage.EVALUATE, output, "swin", "t", now)) {
      follow(run.progress(384, 1000, 83.2));
      Measurement halfway = Measurement.ofEvaluation(model.runProperty().get());
      assertEquals(0.384, halfway.progress());
      assertEquals("384 of 1 000 images, 83.2 images/s, 7 s left", halfway.progressWords());
      assertEquals(InWords.NONE, halfway.headlines().get(0).value());
      follow(run.validation(9, 76.4).end(RunEvent.Outcome.FINISHED, "done"));
      Measurement result = Measurement.ofEvaluation(model.runProperty().get());
      assertFalse(result.underWay());
      assertEquals("76.40 %", result.headlines().get(0).value());
      assertEquals("764 of 1 000 images", result.headlines().get(0).remark());
      assertEquals(run.folder().checkpoint(9).toString(), result.facts().get(0).value());
    }
  }

  @Test
  void aStoppedEvaluationCannotBeResumed() throws Exception {
    try (RunFixture run = new RunFixture(RunStage.EVALUATE, output, "swin", "t", now)) {
      follow(run.progress(1, 10, 1).end(RunEvent.Outcome.STOPPED, "Stopped."));
      assertEquals(RunState.STOPPED, model.stateProperty().get());
      assertFalse(model.canResumeProperty().get());
    }
  }

  @Test
  void theStatusBarSpeaksOfWhatTheStageDoes() throws Exception {
    try (RunFixture tuning = new RunFixture(RunStage.FINETUNE, output, "swin", "a", now);
        RunFixture evaluation = new RunFixture(RunStage.EVALUATE, output, "swin", "b", now)) {
      follow(tuning.steps(0, 0, 40).validation(0, 52.25));
      String figures = JobWords.of(model.runProperty().get(), 0).figures();
      assertTrue(figures.contains("top-1 52.25 %"), figures);
      follow(evaluation.progress(384, 1000, 83.2));
      StatusBarViewModel.Job job = JobWords.of(model.runProperty().get(), 0);
      assertEquals("evaluating   384/1 000", job.place());
      assertEquals("83.2 img/s   ETA 7 s", job.figures());
    }
  }

  private String metric(String id) {
    return model.metricsProperty().get().stream()
        .filter(metric -> metric.id().equals(id))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private void follow(RunFixture run) throws Exception {
    boolean fresh =
        model.runProperty().get() == null
            || !model.runProperty().get().folder().equals(run.folder());
    if (fresh) {
      model.open(run.folder());
    }
    new RunFollower(run.folder()).poll(now).ifPresent(model::apply);
  }
}
