package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.workbench.shell.FileDrop;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.SettingsStore;
import io.simmim.workbench.testing.SmallPhotos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.GridView;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Looking through a folder in the real window, and training on it. */
class DataJourneyTest extends WindowJourney {

  private final FxRobot hand = new FxRobot();

  @Test
  void looksThroughAFolderSeesAPictureAndUsesItForTraining() throws Exception {
    Path data = folder.resolve("data");
    SmallPhotos.write(data.resolve("train/ant"), 30);
    SmallPhotos.write(data.resolve("train/bee"), 20);
    SmallPhotos.write(data.resolve("val/ant"), 5);
    Files.createFile(data.resolve("train/bee/broken.jpg"));
    openWindow();

    robot.click("#rail-data");
    assertTrue(robot.text("#data-fault").startsWith("A folder of images"));
    FileDrop target = robot.find("#file-drop", FileDrop.class).orElseThrow();
    FxToolkit.setupFixture(() -> target.hover(List.of(data)));
    assertEquals("Drop to look through the folder", robot.text("#file-drop-hint"));
    FxToolkit.setupFixture(() -> target.drop(List.of(data)));
    assertEquals(PageId.DATA, workbench.shell().pageProperty().get());
    waitFor(() -> robot.text("#data-images").equals("56"));
    waitFor(() -> robot.text("#data-median").equals("40 × 40"));
    assertEquals("51 / 5", robot.text("#data-parts"));
    assertEquals("1 left out by training", robot.text("#data-refused"));
    waitFor(() -> robot.text("#sight-title-5").equals("6  Mask"));
    assertEquals("photo0.png", robot.text("#sight-file"));

    robot.click("#sight-again");
    assertEquals("epoch 1", robot.text("#sight-epoch"));
    String crop = robot.text("#sight-caption-1");
    robot.press(KeyCode.CONTROL, KeyCode.R);
    waitFor(() -> !robot.text("#sight-caption-1").equals(crop));
    robot.click("#sight-by-fine-tuning");
    waitFor(() -> robot.text("#sight-title-4").contains("RandAugment"));

    hand.clickOn("bee");
    waitFor(() -> robot.text("#data-shown").startsWith("21 pictures of bee"));
    GridView<?> grid = robot.find("#data-grid", GridView.class).orElseThrow();
    assertEquals(21, grid.getItems().size());
    hand.clickOn(grid);
    robot.press(KeyCode.HOME);
    robot.press(KeyCode.RIGHT);
    String second = robot.text("#sight-file");
    assertNotEquals("broken.jpg", second);

    robot.press(KeyCode.ALT, KeyCode.DIGIT2);
    TableView<?> problems = robot.find("#data-problems", TableView.class).orElseThrow();
    assertEquals(1, problems.getItems().size());
    hand.clickOn("is empty: it has 0 bytes");
    waitFor(() -> robot.text("#sight-file").equals("broken.jpg"));
    waitFor(() -> robot.text("#sight-fault").contains("broken.jpg"));

    robot.click("#data-use");
    assertEquals(PageId.EXPERIMENT, workbench.shell().pageProperty().get());
    assertEquals(data.toString(), workbench.experiment().data().folderProperty().get());

    closeWindow();
    assertEquals(
        data.toString(), new SettingsStore(folder.resolve("window.json")).get().dataPage());
    openWindow();
    robot.click("#rail-data");
    waitFor(() -> robot.text("#data-images").equals("56"));

    Path samples = folder.resolve("samples");
    FxToolkit.setupFixture(() -> workbench.dataDesk().drawSamples(samples, 2));
    waitFor(() -> robot.text("#data-images").equals("22"));
    assertEquals("11", robot.text("#data-classes"));
  }

  @Override
  Places places() {
    return new Places(folder.resolve("window.json"), Path.of("../configs"), folder);
  }
}
