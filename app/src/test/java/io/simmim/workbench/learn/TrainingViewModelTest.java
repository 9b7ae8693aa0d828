package io.simmim.workbench.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.runs.RunFollower;
import io.simmim.workbench.testing.RunFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingViewModelTest {

  @TempDir Path output;

  private final FakeTrainings trainings = new FakeTrainings();
  private final TrainingViewModel model = new TrainingViewModel(trainings);

  @Test
  void followsItsRunFromTheDrawingToTheLastCheckpoint() throws Exception {
    model.start();
    model.start();
    assertEquals(1, trainings.orders.size(), "one at a time");
    assertEquals(RunStage.PRETRAIN, trainings.orders.get(0).stage());
    trainings.drawing.accept(0.25);
    assertEquals(0.25, model.progressProperty().get());
    assertEquals("Drawing the pictures…", model.wordsProperty().get());
    try (RunFixture run = new RunFixture(output, Trainings.NAME, "pretrain", Instant.now())) {
      RunFollower follower = new RunFollower(run.folder());
      trainings.launched.accept(run.folder());
      assertEquals(TrainingPhase.RUNNING, model.phaseProperty().get());
      run.epochs(0, 6);
      model.apply(follower.poll(Instant.now()).orElseThrow());
      assertTrue(model.wordsProperty().get().startsWith("Epoch 6 of 30, "));
      assertEquals(0.2, model.progressProperty().get(), 1e-9);
      assertEquals(6 * RunFixture.STEPS, model.curvesProperty().get().get(0).series().size());
      assertEquals(1, model.run().strip().previews().size());
      assertEquals(Optional.empty(), model.encoderProperty().get(), "it goes on");
      model.stop();
      assertEquals(List.of(run.folder()), trainings.stopped);
      run.end(RunEvent.Outcome.STOPPED, "Stopped.");
      model.apply(follower.poll(Instant.now()).orElseThrow());
      assertEquals(TrainingPhase.ENDED, model.phaseProperty().get());
      assertEquals("Stopped after epoch 6.", model.wordsProperty().get());
      assertEquals(Optional.of(run.folder().checkpoint(4)), model.encoderProperty().get());
    }
  }

  @Test
  void givesUpWhileThePicturesAreDrawn() {
    model.start();
    model.stop();
    assertEquals(1, trainings.givenUp);
    assertEquals(TrainingPhase.READY, model.phaseProperty().get());
    assertEquals("", model.wordsProperty().get());
    model.start();
    trainings.failed.accept("The disk is full.");
    assertFalse(model.phaseProperty().get().isBusy());
    assertEquals("The disk is full.", model.wordsProperty().get());
  }

  @Test
  void doesNotTakeAnotherRunForItsOwn() throws Exception {
    try (RunFixture mine = new RunFixture(output, Trainings.NAME, "pretrain", Instant.now());
        RunFixture other = new RunFixture(output, Trainings.NAME, "pretrain-2", Instant.now())) {
      model.show(mine.folder());
      other.epochs(0, 1);
      model.apply(new RunFollower(other.folder()).poll(Instant.now()).orElseThrow());
      assertTrue(model.curvesProperty().get().isEmpty());
    }
  }
}
