package io.simmim.workbench.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.experiment.Devices;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.runs.RunState;
import io.simmim.workbench.runs.RunsScanner;
import io.simmim.workbench.testing.RunFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartViewModelTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path output;

  private final RunsScanner scanner = new RunsScanner();
  private final StartViewModel model = new StartViewModel(Runnable::run, Runnable::run, false);

  @Test
  void aCardSaysWhatTheRunReached() throws Exception {
    String name = "simmim_pretrain__swin_demo";
    try (RunFixture run = new RunFixture(output, name, "t", START)) {
      run.epochs(0, 10).end(RunEvent.Outcome.STOPPED, "Stopped.");
      scan();
      RecentRun card = model.recent().get(0);
      assertEquals("swin_demo", card.name());
      assertEquals("Pre-train, 10 / 30 epochs", card.doing());
      assertEquals(RunState.STOPPED, card.state());
      assertTrue(card.best().matches("loss 0\\.\\d{4}"), card.best());
      assertEquals(
          List.of(run.folder().probeMasked(0), run.folder().probeCombined(9, 0)), card.pictures());
    }
  }

  @Test
  void aNewReconstructionReplacesTheLastOne() throws Exception {
    try (RunFixture run = new RunFixture(output, "swin", "t", START)) {
      run.epochs(0, 4);
      scan();
      assertEquals(List.of(), model.recent().get(0).pictures());
      run.epochs(4, 10);
      scan();
      assertEquals(run.folder().probeCombined(9, 0), model.recent().get(0).pictures().get(1));
    }
  }

  @Test
  void theBestNumberIsThatOfTheStage() throws Exception {
    try (RunFixture tuned = new RunFixture(RunStage.FINETUNE, output, "swin", "f", START);
        RunFixture speed = new RunFixture(RunStage.THROUGHPUT, output, "swin", "s", START)) {
      tuned.validation(0, 40).validation(1, 62.5).validation(2, 61);
      speed.throughput(412.6).end(RunEvent.Outcome.FINISHED, "done");
      scan();
      assertEquals(List.of("413 images/s", "top-1 62.50 %"), bests());
    }
  }

  @Test
  void onlyTheNewestNineAreShown() throws Exception {
    for (int i = 0; i < 11; i++) {
      try (RunFixture run = new RunFixture(output, "swin", "t" + i, START.plusSeconds(i))) {
        run.epochs(0, 1);
      }
    }
    assertFalse(model.knownProperty().get());
    scan();
    assertTrue(model.knownProperty().get());
    assertEquals(
        List.of("t10", "t9", "t8", "t7", "t6", "t5", "t4", "t3", "t2"),
        model.recent().stream().map(RecentRun::tag).toList());
    model.forget();
    assertEquals(List.of(), model.recent());
    assertFalse(model.knownProperty().get());
  }

  @Test
  void withoutAGpuOneLineSaysThatItGoesOnWithTheCpu() {
    model.setDevices(Devices.of(List.of(), List.of(), 4));
    assertEquals(
        "No graphics card for training was found here, so trainings run on the CPU (4 cores); the"
            + " small presets are made for that.",
        model.remarkProperty().get());
    model.setDevices(Devices.of(List.of("NVIDIA H100"), List.of(), 4));
    assertEquals("", model.remarkProperty().get());
  }

  @Test
  void aGpuThatTheEngineCannotUseIsNamed() {
    model.setDevices(Devices.of(List.of(), List.of("NVIDIA H100"), 4));
    assertEquals(
        "The engine was built for the CPU only, so the graphics card here (NVIDIA H100) is not used"
            + " and trainings run on the CPU (4 cores).",
        model.remarkProperty().get());
  }

  private List<String> bests() {
    return model.recent().stream().map(RecentRun::best).sorted().toList();
  }

  private void scan() throws Exception {
    model.update(scanner.scan(output, START.plusSeconds(600)));
  }
}
