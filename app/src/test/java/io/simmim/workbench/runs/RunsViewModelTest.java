package io.simmim.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.simmim.core.fault.CheckpointException;
import io.simmim.core.queue.QueuedRun;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunStatus;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.launch.StageCommand;
import io.simmim.workbench.testing.QueueFixture;
import io.simmim.workbench.testing.RunFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsViewModelTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path output;

  private final RunsScanner scanner = new RunsScanner();

  @Test
  void theScanFindsRunsNewestFirstWithTheirNumbers() throws Exception {
    RunsViewModel model = new RunsViewModel(output);
    try (RunFixture old = new RunFixture(output, "swin_tiny", "first", START);
        RunFixture live = new RunFixture(output, "swin_tiny", "second", START.plusSeconds(60))) {
      old.epochs(0, 5).end(RunEvent.Outcome.STOPPED, "Stopped.");
      live.epochs(0, 2);
      model.update(scanner.scan(output, START.plusSeconds(100)));

      assertEquals(List.of("second", "first"), tags(model));
      RunRow row = model.shown().get(1);
      assertEquals(RunStatus.STOPPED, row.status());
      assertEquals(5, row.epochsDone());
      assertEquals(Optional.of(Duration.ofSeconds(36)), row.duration());
      assertEquals(1, model.runningProperty().get());
      assertEquals(Optional.of(live.folder()), model.newestRunning());
      double best = row.bestLoss().orElseThrow();
      assertEquals(0.21 + 0.75 * Math.exp(-180 / 240.0), best, 1e-9);
      assertEquals(best, row.lastLoss().orElseThrow(), "both are means of an epoch");
    }
  }

  @Test
  void theFilterLooksAtEveryWordInNameTagAndStatus() throws Exception {
    RunsViewModel model = new RunsViewModel(output);
    try (RunFixture a = new RunFixture(output, "swin_tiny", "a", START);
        RunFixture b = new RunFixture(output, "vit_base", "b", START.plusSeconds(1))) {
      a.end(RunEvent.Outcome.FINISHED, "done");
      b.steps(0, 0, 1);
      model.update(scanner.scan(output, START));
      model.filterProperty().set("SWIN finished");
      assertEquals(List.of("a"), tags(model));
      model.filterProperty().set("running");
      assertEquals(List.of("b"), tags(model));
    }
  }

  @Test
  void aFineTuningShowsItsLastAndItsBestAccuracy() throws Exception {
    RunsViewModel model = new RunsViewModel(output);
    try (RunFixture run = new RunFixture(RunStage.FINETUNE, output, "swin", "t", START);
        RunFixture other = new RunFixture(output, "swin", "o", START)) {
      run.validation(0, 40).validation(1, 62.5).validation(2, 61);
      other.epochs(0, 1);
      model.update(scanner.scan(output, START));
      model.filterProperty().set("fine-tune");
      assertEquals(List.of("t"), tags(model));
      RunRow row = model.shown().get(0);
      assertEquals(61, row.last().orElseThrow().top1());
      assertEquals(62.5, row.best().orElseThrow().top1());
      assertEquals(1, row.best().orElseThrow().epoch());
    }
  }

  @Test
  void aMeasuredSpeedIsThatOfTheTable() throws Exception {
    try (RunFixture run = new RunFixture(RunStage.THROUGHPUT, output, "swin", "t", START)) {
      run.throughput(412.5).end(RunEvent.Outcome.FINISHED, "done");
      RunRow row = scanner.scan(output, START).get(0);
      assertEquals(Optional.of(RunStage.THROUGHPUT), row.stage());
      assertEquals(Optional.of(412.5), row.imagesPerSecond());
      assertEquals(0, row.epochs(), "nothing is trained");
    }
  }

  @Test
  void aDeletedRunLeavesTheTable() {
    RunsViewModel model = new RunsViewModel(output);
    model.update(List.of());
    assertEquals(0, model.total());
    assertEquals(true, model.scannedProperty().get());
  }

  @Test
  void whatWaitsIsShownApartFiltersAndGoesWhenItsRunIsFound() throws Exception {
    RunsViewModel model = new RunsViewModel(output);
    QueuedRun a = QueueFixture.add(output, "a", "cpu");
    QueuedRun b = QueueFixture.add(output, "b", "cuda:1");
    model.updateQueue(List.of(new QueuedPlace(a, 1, 2), new QueuedPlace(b, 2, 2)));
    assertEquals(0, model.total(), "they are no runs yet");
    List<RunRow> rows = model.queuedProperty().get();
    assertEquals(List.of("a", "b"), rows.stream().map(RunRow::tag).toList());
    assertEquals(RunState.QUEUED, rows.get(1).state());
    assertEquals("cuda:1", rows.get(1).device());
    assertEquals("2nd of 2", rows.get(1).queued().orElseThrow().words());
    model.filterProperty().set("status:queued tag:b");
    assertEquals(1, model.queuedProperty().get().size());
    model.filterProperty().set("");
    try (RunFixture begun =
        new RunFixture(output, "simmim_pretrain__swin_demo", "a", a.addedAt().plusSeconds(1))) {
      model.update(scanner.scan(output, a.addedAt().plusSeconds(2)));
      assertEquals(begun.folder(), model.all().get(0).folder());
    }
    assertEquals(List.of("b"), model.queuedProperty().get().stream().map(RunRow::tag).toList());
    model.workspaceProperty().set(output.resolve("elsewhere"));
    assertEquals(List.of(), model.queuedProperty().get());
  }

  @Test
  void resumingGoesOnFromTheNewestCheckpointInTheSameFolder() throws Exception {
    try (RunFixture run = new RunFixture(output, "swin_tiny", "t", START)) {
      assertThrows(CheckpointException.class, () -> ResumePlan.of(run.folder()));
      run.epochs(0, 10);
      StageCommand command = ResumePlan.of(run.folder());
      assertEquals(Optional.empty(), command.weights(), "the training finds the newest whole one");
      assertEquals(output, command.output());
      assertEquals("t", command.tag());
      assertEquals(run.folder().config(), command.config());
      assertEquals(RunStage.PRETRAIN, command.stage());
    }
  }

  @Test
  void aFineTuningIsResumedAsOne() throws Exception {
    try (RunFixture run = new RunFixture(RunStage.FINETUNE, output, "swin_tiny", "t", START)) {
      run.epochs(0, 5);
      StageCommand command = ResumePlan.of(run.folder());
      assertEquals("finetune", command.arguments().get(0));
      assertEquals(Optional.empty(), command.weights());
      assertEquals(List.of("MODEL.RESUME", "", "TRAIN.AUTO_RESUME", "True"), command.options());
    }
  }

  private static List<String> tags(RunsViewModel model) {
    return model.shown().stream().map(RunRow::tag).toList();
  }
}
