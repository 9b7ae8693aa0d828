package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.workbench.testing.SmallPhotos;
import io.simmim.workbench.testing.TinyConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What a training would take, measured in the real window by real steps. */
class MeasureJourneyTest extends WindowJourney {

  @Test
  void measuresGreysWhatIsOutdatedAndGivesUp() throws Exception {
    Path photos = SmallPhotos.write(folder.resolve("photos"), 12);
    Files.createDirectories(folder.resolve("presets"));
    Files.writeString(folder.resolve("presets/tiny.yaml"), TinyConfig.yaml("tiny", 5, "first"));
    openWindow();

    robot.click("#rail-experiment");
    waitFor(() -> robot.text("#config-name").equals("tiny"));
    robot.fill("#data-folder", photos.toString());
    waitFor(() -> robot.isEnabled("#measure-button"));
    robot.click("#measure-button");
    waitFor(() -> robot.text("#measure-button").equals("Cancel"));
    waitFor(() -> !robot.text("#plan-disk").isEmpty());
    assertTrue(robot.text("#plan-epoch").endsWith(" s"), robot.text("#plan-epoch"));
    assertTrue(robot.text("#plan-disk").contains("MB / "), robot.text("#plan-disk"));
    assertTrue(robot.text("#plan-memory").endsWith("%)"), robot.text("#plan-memory"));
    assertTrue(Files.notExists(folder.resolve("runs/tiny")), "nothing was launched");

    workbenchOnFx(() -> workbench.experiment().document().set("DATA.BATCH_SIZE", "2"));
    waitFor(() -> robot.text("#measure-remark").equals("Measured for another configuration"));
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    waitFor(() -> robot.text("#measure-button").equals("Cancel"));
    robot.click("#measure-button");
    waitFor(() -> robot.text("#measure-button").equals("Measure"));
    assertEquals("Measured for another configuration", robot.text("#measure-remark"));
  }

  @Test
  void showsBothCommandsAndCopiesTheChosenOne() throws Exception {
    Path photos = SmallPhotos.write(folder.resolve("photos/some"), 12).getParent();
    Files.createDirectories(folder.resolve("presets"));
    Files.writeString(folder.resolve("presets/tiny.yaml"), TinyConfig.yaml("tiny", 5, "first"));
    openWindow();

    robot.click("#rail-experiment");
    waitFor(() -> robot.text("#config-name").equals("tiny"));
    robot.fill("#data-folder", photos.toString());
    waitFor(() -> robot.isEnabled("#copy-command"));
    robot.click("#copy-command");
    waitFor(() -> robot.isEnabled("#copy-ours"));
    robot.click("#copy-official");
    waitFor(() -> clipboard().contains("main_simmim.py --cfg"));
    String copied = clipboard();
    assertTrue(copied.contains("--batch-size 4 --data-path " + photos), copied);
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    waitFor(() -> clipboard().startsWith("simmim pretrain --cfg"));
    robot.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
    waitFor(() -> clipboard().contains("main_simmim.py --cfg"));
  }

  private static String clipboard() {
    return org.testfx.util.WaitForAsyncUtils.waitForAsyncFx(
        10_000, () -> String.valueOf(Clipboard.getSystemClipboard().getString()));
  }

  private static void workbenchOnFx(Runnable task) {
    org.testfx.util.WaitForAsyncUtils.waitForAsyncFx(10_000, task);
  }
}
