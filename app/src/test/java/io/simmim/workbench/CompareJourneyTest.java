package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.OfficialLog;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunNotes;
import io.simmim.workbench.picture.PixelView;
import io.simmim.workbench.testing.RunFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Two runs are marked, compared and measured against each other; a log from elsewhere joins. */
class CompareJourneyTest extends WindowJourney {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void comparesTwoRunsAndALogFromElsewhere() throws Exception {
    writeRun("wide", 10, "0.6");
    writeRun("narrow", 20, "0.4");
    openRuns();
    waitFor(() -> robot.text("#runs-count").equals("2 of 2"));
    assertFalse(robot.isEnabled("#runs-compare"));

    robot.click("#check-wide");
    robot.click("#check-narrow");
    waitFor(() -> robot.text("#runs-compare").equals("Compare 2"));
    robot.click("#runs-compare");
    waitFor(() -> robot.text("#compare-count").equals("2 runs"));
    waitFor(() -> robot.points("#compare-loss") == 10 * RunFixture.STEPS);

    assertEquals("", robot.text("#difference-best-narrow"));
    robot.click("#pin-wide");
    waitFor(() -> robot.text("#difference-best-narrow").startsWith("\u2212"));

    robot.press(KeyCode.ALT, KeyCode.DIGIT2);
    waitFor(
        () ->
            robot
                .find("#compare-config", TableView.class)
                .filter(table -> table.getItems().size() == 1)
                .isPresent());
    robot.press(KeyCode.ALT, KeyCode.DIGIT3);
    waitFor(() -> picture("#compare-picture-0-3").getImage() != null);

    robot.press(KeyCode.ALT, KeyCode.LEFT);
    waitFor(() -> robot.isEnabled("#runs-table"));
    Path log = writeOfficialLog();
    FxToolkit.setupFixture(() -> workbench.tableDesk().importFrom(log));
    waitFor(() -> robot.text("#runs-count").equals("3 of 3"));
    robot.fill("#runs-filter", "status:imported");
    waitFor(() -> robot.text("#runs-count").equals("1 of 3"));
    robot.click("#check-theirs");
    robot.press(KeyCode.CONTROL, KeyCode.D);
    waitFor(() -> robot.text("#compare-count").equals("3 runs"));
    waitFor(() -> robot.isEnabled("#pin-theirs"));
  }

  @Test
  void labelsAreWrittenInPlaceAndKept() throws Exception {
    Path notes = writeRun("wide", 1, "0.6").resolve("notes.json");
    openRuns();
    waitFor(() -> robot.text("#runs-count").equals("1 of 1"));
    robot.click("#labels-wide");
    waitFor(() -> robot.isEnabled("#note-field"));
    robot.fill("#note-field", "paper, best");
    waitFor(() -> RunNotes.read(notes).labels().size() == 2);
    waitFor(() -> robot.text("#labels-wide").equals("paper, best"));
    assertTrue(workbench.runs().openProperty().get() == null, "a click there opens no run");
  }

  private Path writeRun(String tag, int epochs, String ratio) throws Exception {
    try (RunFixture run = new RunFixture(folder.resolve("runs"), "swin", tag, START)) {
      run.epochs(0, epochs).end(RunEvent.Outcome.FINISHED, "done");
      Files.writeString(run.folder().config(), "DATA:\n  MASK_RATIO: " + ratio + "\n");
      return run.folder().path();
    }
  }

  private Path writeOfficialLog() throws Exception {
    Path file = folder.resolve("theirs/log_rank0.txt");
    try (OfficialLog log = OfficialLog.open(file, "simmim_pretrain", 1, ZoneId.systemDefault())) {
      log.accept(new RunEvent.Started(START, "pretrain", 2, 5, 4, 0, 0, 9, 7, "cpu", null));
      for (int step = 0; step < 10; step++) {
        Instant time = START.plusSeconds(step);
        log.accept(
            new RunEvent.Step(time, step, step / 5, step % 5, 0.9 - step / 20.0, 1, 2, 3, 1, 0, 9));
      }
    }
    return file;
  }

  private PixelView picture(String query) {
    return robot.find(query, PixelView.class).orElseGet(PixelView::new);
  }

  private void openRuns() throws Exception {
    openWindow();
    robot.click("#rail-runs");
  }
}
