package io.simmim.workbench.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.runs.Metric;
import io.simmim.workbench.runs.RunFollower;
import io.simmim.workbench.testing.RunFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinetuneViewModelTest {

  @TempDir Path output;

  private final FakeTrainings trainings = new FakeTrainings();
  private final ObjectProperty<Optional<Path>> encoder =
      new SimpleObjectProperty<>(Optional.empty());
  private final FinetuneViewModel model = new FinetuneViewModel(trainings, encoder);

  private RunFixture run(String tag) throws Exception {
    return new RunFixture(RunStage.FINETUNE, output, Trainings.NAME, tag, Instant.now());
  }

  private void look(RunFixture run) throws Exception {
    model.apply(new RunFollower(run.folder()).poll(Instant.now()).orElseThrow());
  }

  @Test
  void withoutTheEncoderNothingIsStarted() {
    model.start();
    assertTrue(trainings.orders.isEmpty());
  }

  @Test
  void trainsFromTheEncoderFirstAndThenFromScratch() throws Exception {
    Path weights = Path.of("ckpt_epoch_44.pth");
    encoder.set(Optional.of(weights));
    model.start();
    assertEquals(
        new Trainings.Order(RunStage.FINETUNE, "from-encoder", Optional.of(weights)),
        trainings.orders.get(0));
    try (RunFixture first = run("from-encoder");
        RunFixture second = run("from-scratch")) {
      trainings.launched.accept(first.folder());
      first.epochs(0, 15);
      look(first);
      assertEquals(1, trainings.orders.size());
      assertEquals(0.25, model.progressProperty().get(), 1e-9);
      assertTrue(model.wordsProperty().get().startsWith("From the encoder: Epoch 15 of 30"));
      first.epochs(15, 30).end(RunEvent.Outcome.FINISHED, "done");
      look(first);
      assertEquals(
          new Trainings.Order(RunStage.FINETUNE, "from-scratch", Optional.empty()),
          trainings.orders.get(1));
      trainings.launched.accept(second.folder());
      assertEquals(List.of(first.folder(), second.folder()), model.watchedProperty().get());
      second.epochs(0, 30).end(RunEvent.Outcome.FINISHED, "done");
      look(second);
      assertEquals("Both are finished.", model.wordsProperty().get());
      assertEquals(TrainingPhase.ENDED, model.phaseProperty().get());
      assertEquals(2, trainings.orders.size());
    }
    List<Curve> curves = model.curvesProperty().get();
    assertEquals(List.of(30, 30), curves.stream().map(c -> c.series().size()).toList());
    assertEquals(
        List.of("From the encoder, epoch 30", "From scratch, epoch 30"),
        model.resultsProperty().get().stream().map(Metric::title).toList());
  }

  @Test
  void whatWasStoppedIsNotGoneOnWith() throws Exception {
    encoder.set(Optional.of(Path.of("a.pth")));
    model.start();
    try (RunFixture first = run("from-encoder")) {
      trainings.launched.accept(first.folder());
      model.stop();
      assertEquals(List.of(first.folder()), trainings.stopped);
      first.epochs(0, 3).end(RunEvent.Outcome.STOPPED, "Stopped.");
      look(first);
    }
    assertEquals(1, trainings.orders.size());
    assertEquals("From the encoder: Stopped after epoch 3.", model.wordsProperty().get());
    assertEquals(TrainingPhase.ENDED, model.phaseProperty().get());
  }

  @Test
  void runsOfAnEarlierDayAreShown() throws Exception {
    try (RunFixture first = run("from-encoder");
        RunFixture second = run("from-scratch")) {
      model.show(Map.of(Beginning.PRETRAINED, first.folder(), Beginning.SCRATCH, second.folder()));
      first.epochs(0, 30).end(RunEvent.Outcome.FINISHED, "done");
      second.epochs(0, 30).end(RunEvent.Outcome.FINISHED, "done");
      look(second);
      look(first);
    }
    assertEquals("Both are finished.", model.wordsProperty().get());
    assertEquals(30, model.curvesProperty().get().get(1).series().size());
    assertTrue(trainings.orders.isEmpty());
  }
}
