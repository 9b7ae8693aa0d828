package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.queue.RunQueue;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunNotes;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.testing.SmallPhotos;
import io.simmim.workbench.testing.SweepFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.SearchableComboBox;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Two keys are swept; the runs of another sweep fill its heat map, one after the other. */
class SweepJourneyTest extends WindowJourney {

  private static final String RATIO = "DATA.MASK_RATIO";
  private static final String LAST = "tiny__MASK_RATIO-0.6__MASK_PATCH_SIZE-32";
  private static final String SIZE = "DATA.MASK_PATCH_SIZE";

  @Test
  void choosesKeysAndValuesAndSeesTheRuns() throws Exception {
    writePreset();
    new RunQueue(folder.resolve("runs")).pause();
    openWindow();
    robot.click("#rail-experiment");
    waitFor(() -> workbench.experiment().launchConfig().isPresent());
    robot.fill("#data-folder", SmallPhotos.write(folder.resolve("photos"), 9).toString());
    waitFor(() -> robot.isEnabled("#launch"));

    robot.click("#sweep-open");
    waitFor(() -> robot.isEnabled("#sweep-key-1"));
    assertFalse(robot.isEnabled("#sweep-add"));
    assertEquals(
        "Its values, such as 0.4, 0.6, 0.8",
        robot.find("#sweep-values-1", TextField.class).orElseThrow().getPromptText());
    assertFalse(robot.find("#sweep-words-1", Label.class).orElseThrow().isManaged());
    search("mask_ratio");
    waitFor(() -> key(1).equals(RATIO));
    robot.fill("#sweep-values-1", "0.4, 0.6");
    waitFor(() -> robot.text("#sweep-add").equals("Add 2 runs to the queue"));
    robot.click("#sweep-chip-MASK_PATCH_SIZE");
    waitFor(() -> key(2).equals(SIZE));
    robot.fill("#sweep-values-2", "16:32:x2");
    waitFor(() -> robot.text("#sweep-count").equals("4 runs"));
    waitFor(() -> rows() == 4);

    robot.fill("#sweep-values-2", "16, 24");
    waitFor(() -> robot.text("#sweep-leave-out").equals("Leave out 2 impossible combinations"));
    assertEquals("Add 2 runs to the queue", robot.text("#sweep-add"));
    robot.click("#sweep-leave-out");
    waitFor(() -> !robot.isEnabled("#sweep-add"));
    robot.click("#sweep-leave-out");
    robot.fill("#sweep-values-2", "16, 1e3x");
    waitFor(() -> robot.text("#sweep-words-2").contains("is not a whole number"));
    assertFalse(robot.isEnabled("#sweep-add"));

    robot.press(KeyCode.ESCAPE);
    waitFor(() -> !workbench.sweepDesk().model().openProperty().get());
    waitFor(() -> robot.isEnabled("#launch"));
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
    waitFor(() -> robot.isEnabled("#sweep-values-2"));
    assertEquals(
        "16, 1e3x", robot.find("#sweep-values-2", TextField.class).orElseThrow().getText());

    robot.fill("#sweep-values-2", "16:32:x2");
    robot.fill("#sweep-name", "masks");
    waitFor(() -> robot.text("#sweep-add").equals("Add 4 runs to the queue"));
    robot.press(KeyCode.CONTROL, KeyCode.ENTER);
    waitFor(() -> workbench.runs().allQueued().size() == 4);
    Notice notice = workbench.shell().notices().get(0);
    assertEquals("4 runs are in the queue.", notice.sentence());
    assertEquals(
        List.of("Show the queue", "Show the sweep"),
        notice.actions().stream().map(Notice.Action::title).toList());
    assertEquals(1, workbench.shell().notices().size());
    RunFolder last = RunFolder.of(folder.resolve("runs"), "simmim_pretrain", LAST);
    assertEquals(List.of("sweep-masks"), RunNotes.read(last.notes()).labels());
    waitFor(
        () ->
            workbench.runs().allQueued().stream()
                .allMatch(row -> row.notes().labels().contains("sweep-masks")));
    robot.press(KeyCode.CONTROL, KeyCode.K);
    robot.fill("#palette-query", "show sweep-masks");
    waitFor(() -> robot.text("#heat-remark-1-1").equals("waiting"));
    assertEquals("", robot.text("#heat-number-1-1"));
    robot.press(KeyCode.ALT, KeyCode.LEFT);
    waitFor(() -> robot.isEnabled("#runs-table"));
    assertEquals("label:sweep-masks", workbench.runs().filterProperty().get());
    assertEquals(4, workbench.runs().queuedProperty().get().size());

    robot.click("#rail-experiment");
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
    waitFor(() -> robot.text("#sweep-existing").equals("4 runs are there already, or wait."));
    assertFalse(robot.isEnabled("#sweep-add"));
  }

  @Test
  void theHeatMapHasEveryNumberInItsCellAndFills() throws Exception {
    SweepFixture sweep = new SweepFixture(folder.resolve("runs"), "sweep-mask");
    for (String ratio : List.of("0.4", "0.6")) {
      for (String size : List.of("16", "32")) {
        sweep.finished(tag(ratio, size), Map.of(RATIO, ratio, SIZE, size), loss(ratio, size));
      }
    }
    openWindow();
    robot.click("#rail-runs");
    waitFor(() -> robot.text("#runs-count").equals("4 of 4"));
    RunFolder fifth = RunFolder.of(folder.resolve("runs"), "simmim_pretrain", tag("0.6", "48"));
    List<RunFolder> all =
        Stream.concat(workbench.runs().all().stream().map(RunRow::folder), Stream.of(fifth))
            .toList();
    FxToolkit.setupFixture(() -> workbench.sweepDesk().show("sweep-mask", all));

    waitFor(() -> robot.text("#heat-number-0-0").equals("0.4160"));
    assertEquals("0.6160", robot.text("#heat-number-0-1"));
    assertEquals("0.4320", robot.text("#heat-number-1-0"));
    assertEquals("0.6320", robot.text("#heat-number-1-1"));
    assertTrue(
        robot
            .find("#heat-cell-0-0", Button.class)
            .orElseThrow()
            .getStyleClass()
            .contains("heat-best"));

    sweep.finished(tag("0.6", "48"), Map.of(RATIO, "0.6", SIZE, "48"), 0.2);
    waitFor(() -> robot.text("#heat-number-2-1").equals("0.2000"));
    assertEquals("", robot.text("#heat-number-2-0"), "no such run");
    assertEquals("0.2000", robot.text("#heat-low"));

    robot.click("#heat-cell-2-1");
    waitFor(() -> fifth.equals(workbench.runs().openProperty().get()));
    robot.press(KeyCode.ALT, KeyCode.LEFT);
    waitFor(() -> robot.isEnabled("#heat-cell-2-1"));
    robot.press(KeyCode.ALT, KeyCode.DIGIT1);
    waitFor(() -> robot.points("#compare-loss") > 0);
  }

  private static String tag(String ratio, String size) {
    return "photos__MASK_RATIO-" + ratio + "__MASK_PATCH_SIZE-" + size;
  }

  private static double loss(String ratio, String size) {
    return Double.parseDouble(ratio) + Integer.parseInt(size) / 1000.0;
  }

  private void search(String words) {
    robot.click("#sweep-key-1");
    robot.type(words);
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.ENTER);
  }

  private String key(int place) {
    return robot
        .find("#sweep-key-" + place, SearchableComboBox.class)
        .map(
            box ->
                String.valueOf(
                    workbench.sweepDesk().model().rows().get(place - 1).keyProperty().get().path()))
        .orElse("");
  }

  private int rows() {
    return robot
        .find("#sweep-runs", TableView.class)
        .map(table -> table.getItems().size())
        .orElse(0);
  }

  private void writePreset() throws Exception {
    Path preset = folder.resolve("presets/demo/simmim_pretrain__tiny.yaml");
    Files.createDirectories(preset.getParent());
    Files.writeString(
        preset,
        """
        MODEL:
          NAME: simmim_pretrain
          SWIN:
            EMBED_DIM: 12
            DEPTHS: [1, 1, 1, 1]
            NUM_HEADS: [1, 1, 2, 2]
            WINDOW_SIZE: 2
        DATA:
          IMG_SIZE: 64
          BATCH_SIZE: 4
          MASK_PATCH_SIZE: 16
        TRAIN:
          EPOCHS: 1
          WARMUP_EPOCHS: 0
        TAG: simmim_pretrain__tiny
        """);
  }
}
