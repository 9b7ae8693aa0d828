package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.queue.RunQueue;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunStatus;
import io.simmim.core.run.RunSummary;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.testing.SmallPhotos;
import io.simmim.workbench.testing.TinyConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs are put into the queue, moved, removed and worked off by real trainings. */
class QueueJourneyTest extends WindowJourney {

  private Path photos;

  @BeforeEach
  void writePresetAndPhotos() throws Exception {
    photos = SmallPhotos.write(folder.resolve("photos"), 12);
    Path preset = folder.resolve("presets/tiny.yaml");
    Files.createDirectories(preset.getParent());
    Files.writeString(preset, TinyConfig.yaml("tiny", 2, "tiny__first"));
  }

  /** The folder cannot be removed while somebody works in it. */
  @AfterEach
  void waitForTheRunner() throws Exception {
    waitFor(() -> !queue().hasRunner());
  }

  @Test
  void runsWaitAreMovedRemovedAndWorkedOffOneAfterTheOther() throws Exception {
    openWindow();
    robot.click("#rail-runs");
    robot.press(KeyCode.ALT, KeyCode.P);
    waitFor(() -> robot.text("#queue-sentence").startsWith("The queue is paused"));

    setUpTheExperiment();
    assertEquals("first", tag());
    robot.click("#add-to-queue");
    waitFor(() -> tag().equals("first-2"));
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
    waitFor(() -> tag().equals("first-3"));
    robot.click("#add-to-queue");
    waitFor(() -> tag().equals("first-4"));
    waitFor(() -> robot.text("#status-waiting").equals("3 waiting (paused)"));
    assertEquals(
        "tiny / first-3 is in the queue, 3rd of 3.", workbench.shell().notices().get(0).sentence());

    robot.click("#rail-runs");
    waitFor(() -> tags().equals(List.of("first", "first-2", "first-3")));
    assertEquals("Paused: 3 runs wait for cpu", robot.text("#queue-sentence"));
    assertEquals(List.of("queued", "queued", "queued"), states());
    assertFalse(robot.isEnabled("#queue-remove"), "nothing is selected");
    robot.click("first-2");
    waitFor(() -> robot.text("#queue-selected").equals("tiny / first-2"));
    robot.press(KeyCode.ALT, KeyCode.UP);
    waitFor(() -> tags().equals(List.of("first-2", "first", "first-3")));
    assertEquals("tiny / first-2", robot.text("#queue-selected"), "it is still the selected one");
    robot.click("first-3");
    robot.click("#queue-up");
    waitFor(() -> tags().equals(List.of("first-2", "first-3", "first")));
    robot.click("#queue-remove");
    waitFor(() -> tags().equals(List.of("first-2", "first")));

    closeWindow();
    openWindow();
    robot.click("#rail-runs");
    waitFor(() -> tags().equals(List.of("first-2", "first")));
    List<Boolean> idle = new CopyOnWriteArrayList<>();
    workbench.queueDesk().model().idleProperty().addListener((p, old, now) -> idle.add(now));
    robot.click("#queue-pause");
    waitFor(() -> states().contains("running"));
    assertFalse(idle.contains(true), "somebody works on it from the click on");
    waitFor(() -> states().equals(List.of("finished", "finished")));
    waitFor(() -> !robot.isEnabled("#queue-bar"));
    assertEquals("", robot.text("#status-waiting"));
    RunManifest later = RunManifest.read(run("first").manifest()).orElseThrow();
    RunSummary sooner = RunSummary.read(run("first-2"));
    assertTrue(sooner.ended().orElseThrow().time().isBefore(later.startedAt()));
  }

  @Test
  void aRunThatCannotBeginSaysWhyAndMayTryAgain() throws Exception {
    queue().pause();
    openWindow();
    setUpTheExperiment();
    robot.click("#add-to-queue");
    waitFor(() -> tag().equals("first-2"));
    Path away = folder.resolve("away");
    Files.move(photos, away);
    robot.click("#rail-masks");
    queue().resume();
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    waitFor(
        () -> robot.isEnabled("#queue-pause") && robot.text("#queue-pause").startsWith("Start"));
    robot.click("#queue-pause");
    robot.click("#rail-masks");
    waitFor(
        () ->
            workbench.shell().notices().get(0).sentence().startsWith("tiny / first did not begin"));
    robot.click("#notice-action");
    waitFor(() -> robot.text("#queue-failure-tiny__first").contains(photos.toString()));
    assertEquals(List.of("failed"), states());

    Files.move(away, photos);
    robot.click("#queue-retry-tiny__first");
    waitFor(() -> states().equals(List.of("finished")));
    assertEquals(RunStatus.FINISHED, RunSummary.read(run("first")).status());
  }

  @Test
  void aRunInAHurryStartsFromAPausedQueue() throws Exception {
    queue().pause();
    openWindow();
    setUpTheExperiment();
    robot.click("#add-to-queue");
    waitFor(() -> tag().equals("first-2"));
    robot.click("#add-to-queue");
    waitFor(() -> tag().equals("first-3"));
    robot.click("#rail-runs");
    waitFor(() -> tags().equals(List.of("first", "first-2")));
    robot.click("first-2");
    robot.press(KeyCode.ALT, KeyCode.ENTER);
    waitFor(() -> states().equals(List.of("queued", "finished")));
    assertEquals("Paused: 1 run waits for cpu", robot.text("#queue-sentence"));
  }

  private void setUpTheExperiment() throws Exception {
    robot.click("#rail-experiment");
    waitFor(() -> robot.text("#config-name").equals("tiny"));
    robot.fill("#data-folder", photos.toString());
    waitFor(() -> robot.isEnabled("#add-to-queue"));
  }

  private String tag() {
    return workbench.experiment().launch().tagProperty().get();
  }

  private List<String> tags() {
    return rows().stream().map(RunRow::tag).toList();
  }

  private List<String> states() {
    return rows().stream().map(row -> row.state().word()).toList();
  }

  @SuppressWarnings("unchecked")
  private List<RunRow> rows() {
    TableView<RunRow> table = robot.find("#runs-table", TableView.class).orElse(null);
    assertNotNull(table);
    return List.copyOf(table.getItems());
  }

  private RunFolder run(String tag) {
    return RunFolder.of(folder.resolve("runs"), "tiny", tag);
  }

  private RunQueue queue() {
    return new RunQueue(folder.resolve("runs"));
  }
}
