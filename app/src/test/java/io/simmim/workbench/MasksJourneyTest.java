package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.simmim.workbench.masks.Masking;
import io.simmim.workbench.masks.StageMode;
import io.simmim.workbench.shell.MasksSettings;
import io.simmim.workbench.shell.SettingsStore;
import io.simmim.workbench.testing.RandomCheckpoints;
import io.simmim.workbench.testing.SmallPhotos;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Exploring masks in the real window: without a model, then with one. */
class MasksJourneyTest extends WindowJourney {

  private final FxRobot hand = new FxRobot();

  @Test
  void dragsTheRatioPaintsAndReconstructs() throws Exception {
    Path photo = SmallPhotos.write(folder.resolve("photos"), 1).resolve("photo0.png");
    Path checkpoint = RandomCheckpoints.write(folder.resolve("ckpt_epoch_4.pth"), 1);
    openWindow();

    robot.click("#rail-masks");
    waitFor(() -> robot.text("#masks-panel-1").equals("Original"));
    assertEquals("22 of 36", robot.text("#numbers-hidden"));
    assertEquals("61.1 %", robot.text("#numbers-ratio"));
    dragTheSliderToItsEnd();
    assertEquals("35 of 36", robot.text("#numbers-hidden"));
    assertEquals("0.95", robot.text("#mask-ratio-value"));
    robot.click("#film-5");
    assertEquals("18 of 36", robot.text("#numbers-hidden"));
    String before = robot.text("#numbers-avgdist");
    robot.click("#mask-again");
    assertNotEquals(before, robot.text("#numbers-avgdist"), "another mask");
    robot.click("#mask-patch-16");
    assertEquals("72 of 144", robot.text("#numbers-hidden"));
    robot.click("#masking-square");
    assertEquals("72 of 144", robot.text("#numbers-hidden"));

    robot.click("#masking-painted");
    robot.click("#mask-clear");
    assertEquals("nothing to measure", robot.text("#numbers-verdict"));
    paintAlongTheMiddleOfTheFirstPicture();
    assertEquals("12 of 144", robot.text("#numbers-hidden"), "a row, however fast the drag");
    robot.click("#mask-invert");
    assertEquals("132 of 144", robot.text("#numbers-hidden"));

    FxToolkit.setupFixture(() -> workbench.masksDesk().take(photo));
    FxToolkit.setupFixture(() -> workbench.masksDesk().take(checkpoint));
    waitFor(() -> robot.text("#masks-panel-1").equals("Reconstruction"));
    waitFor(() -> robot.text("#numbers-psnr").endsWith(" dB"));
    assertEquals("photo0.png", robot.text("#masks-picture"));
    robot.click("#masking-random");
    robot.click("#mask-patch-32");
    assertEquals("2 of 4", robot.text("#numbers-hidden"), "of a picture of 64 pixels");

    robot.press(KeyCode.ALT, KeyCode.DIGIT2);
    assertEquals(StageMode.DIVIDER, workbench.masks().modeProperty().get());
    assertEquals("Masked  |  Reconstruction", robot.text("#masks-panel-0"));
    robot.click("#masks-mode-error-map");
    assertEquals("Error", robot.text("#masks-panel-1"));
    waitFor(() -> workbench.masks().film().framesProperty().get().get(8).filled().isPresent());

    FxToolkit.setupFixture(
        () -> workbench.masksDesk().useCheckpoint(workbench.masks().second(), checkpoint));
    waitFor(() -> workbench.masks().second().filledProperty().get().isPresent());
    waitFor(() -> remembered().second().equals(checkpoint.toString()));
    assertEquals(checkpoint.toString(), remembered().checkpoint(), "kept before the window closes");
    long seed = workbench.masks().controls().seedProperty().get();
    assertEquals(1, seed, "one more mask was asked for");

    closeWindow();
    assertEquals(photo.toString(), remembered().picture());
    assertEquals(checkpoint.toString(), remembered().checkpoint());
    assertEquals(checkpoint.toString(), remembered().second());
    assertEquals(seed, remembered().seed());
    openWindow();
    waitFor(() -> robot.text("#numbers-psnr").endsWith(" dB"));
    assertEquals("photo0.png", robot.text("#masks-picture"));
    assertEquals(seed, workbench.masks().controls().seedProperty().get());
    waitFor(() -> workbench.masks().second().filledProperty().get().isPresent());
    assertEquals(Masking.RANDOM, workbench.masks().controls().maskingProperty().get());
    assertEquals(StageMode.ERROR, workbench.masks().modeProperty().get());
  }

  private MasksSettings remembered() {
    return new SettingsStore(folder.resolve("window.json")).get().masks();
  }

  private void dragTheSliderToItsEnd() {
    Node thumb = robot.find("#mask-ratio", Slider.class).orElseThrow().lookup(".thumb");
    hand.drag(thumb).dropBy(400, 0);
  }

  private void paintAlongTheMiddleOfTheFirstPicture() {
    Node view = robot.find("#masks-stage", Node.class).orElseThrow();
    Bounds title = robot.find("#masks-panel-0", Node.class).orElseThrow().getBoundsInParent();
    Node next = robot.find("#masks-panel-1", Node.class).orElseThrow();
    double side = next.getBoundsInParent().getMinX() - title.getMinX() - 12;
    double middle = title.getMaxY() + side * 0.45;
    var from = view.localToScreen(title.getMinX() + 3, middle);
    var to = view.localToScreen(title.getMinX() + side - 3, middle);
    hand.drag(from).dropTo(to);
  }
}
