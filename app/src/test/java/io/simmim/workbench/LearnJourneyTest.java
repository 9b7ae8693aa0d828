package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.mask.PatchMask;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.learn.Lesson;
import io.simmim.workbench.masks.MaskControls;
import io.simmim.workbench.picture.TileView;
import io.simmim.workbench.shell.FileDrop;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.SettingsStore;
import io.simmim.workbench.testing.RandomCheckpoints;
import io.simmim.workbench.testing.SmallPhotos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** All seven lessons in the real window, the trainings of the last two very small but real. */
class LearnJourneyTest extends WindowJourney {

  private static final String TINY =
      """
      MODEL:
        TYPE: swin
        SWIN:
          EMBED_DIM: 8
          DEPTHS: [1, 1]
          NUM_HEADS: [1, 2]
          WINDOW_SIZE: 4
      DATA:
        IMG_SIZE: 32
        MASK_PATCH_SIZE: 8
        BATCH_SIZE: 64
        NUM_WORKERS: 2
      TRAIN:
        EPOCHS: 2
        WARMUP_EPOCHS: 0
      SAVE_FREQ: 1
      PRINT_FREQ: 1
      """;

  private final FxRobot hand = new FxRobot();

  @Test
  void goesThroughAllLessons() throws Exception {
    Path presets = Files.createDirectories(folder.resolve("presets/learn"));
    Files.writeString(presets.resolve("simmim_pretrain__swin_lesson__img64_window4.yaml"), TINY);
    Files.writeString(presets.resolve("simmim_finetune__swin_lesson__img64_window4.yaml"), TINY);
    Path demo = Files.createDirectories(folder.resolve("assets/demo"));
    RandomCheckpoints.write(demo.resolve("demo.pth"), 1);
    openWindow();

    robot.press(KeyCode.CONTROL, KeyCode.DIGIT7);
    seesWhatIsHidden();
    robot.press(KeyCode.PAGE_DOWN);
    comparesPatchSizes();
    robot.click("#learn-next");
    changesTheRatio();
    robot.click("#lesson-4");
    movesTheDot();
    robot.press(KeyCode.PAGE_DOWN);
    looksIntoTheHead();
    robot.click("#lesson-7");
    assertTrue(robot.isEnabled("#lesson-finetuning-banner"));
    assertFalse(robot.isEnabled("#lesson-finetuning-start"));
    assertTrue(robot.text("#lesson-finetuning-missing").contains("the encoder of lesson 6"));
    robot.click("#lesson-finetuning-back");
    watchesItLearn();
    robot.click("#learn-next");
    fineTunes();
    presents();

    closeWindow();
    assertEquals(
        Lesson.FINETUNING.name(), new SettingsStore(folder.resolve("window.json")).get().lesson());
    openWindow();
    waitFor(() -> robot.text("#lesson-finetuning-words").equals("Both are finished."));
    assertEquals("7 of 7", robot.text("#learn-place"));
    assertEquals(2, robot.points("#lesson-accuracy"), "what was trained is still there");
  }

  private void seesWhatIsHidden() throws Exception {
    waitFor(() -> robot.text("#lesson-hidden-panel-1").equals("Original"));
    assertEquals("1  What is hidden", robot.text("#lesson-title"));
    assertEquals("22 of 36", robot.text("#lesson-hidden-hidden"));
    assertEquals("61.11 %", robot.text("#lesson-hidden-ratio"));
    assertFalse(robot.isEnabled("#learn-previous"));
    MaskControls controls = workbench.learnDesk().model().picture().controls();
    PatchMask before = controls.maskProperty().get();
    robot.click("#lesson-hidden-again");
    assertNotEquals(before, controls.maskProperty().get(), "another mask");
    robot.press(KeyCode.CONTROL, KeyCode.M);
    assertEquals("22 of 36", robot.text("#lesson-hidden-hidden"));
    Node thumb = robot.find("#lesson-hidden-ratio", Node.class).orElseThrow().lookup(".thumb");
    hand.drag(thumb).dropBy(400, 0);
    assertEquals("35 of 36", robot.text("#lesson-hidden-hidden"));
    Path photo = SmallPhotos.write(folder.resolve("photos"), 1).resolve("photo0.png");
    FileDrop drop = robot.find("#file-drop", FileDrop.class).orElseThrow();
    FxToolkit.setupFixture(() -> drop.drop(List.of(photo)));
    waitFor(() -> robot.text("#learn-picture").equals("photo0.png"));
    assertEquals(PageId.LEARN, workbench.shell().pageProperty().get(), "it stays in the lesson");
  }

  private void comparesPatchSizes() throws Exception {
    waitFor(() -> robot.text("#lesson-lower-panel-2").startsWith("Network: L1 "));
    assertEquals("2  Why a large patch", robot.text("#lesson-title"));
    waitFor(() -> robot.text("#lesson-upper-panel-2").startsWith("Network: L1 "));
    assertTrue(robot.text("#lesson-upper-panel-0").startsWith("4 px, AvgDist "));
    assertTrue(robot.text("#lesson-upper-panel-1").startsWith("Copied: L1 "));
    robot.click("#lesson-upper-patch-16");
    assertTrue(robot.text("#lesson-upper-panel-0").startsWith("16 px, AvgDist "));
    assertTrue(robot.text("#lesson-lower-panel-0").startsWith("32 px, AvgDist "));
  }

  private void changesTheRatio() throws Exception {
    waitFor(() -> robot.text("#lesson-ratio-psnr").endsWith(" dB"));
    assertEquals("Filled in", robot.text("#lesson-ratio-panel-1"));
    robot.click("#lesson-film-3");
    assertEquals("0.30", robot.text("#lesson-ratio-ratio-value"));
    assertEquals("2 of 4", robot.text("#lesson-ratio-hidden"), "of a picture of 64 pixels");
    waitFor(
        () ->
            workbench
                .learnDesk()
                .model()
                .picture()
                .film()
                .framesProperty()
                .get()
                .get(8)
                .filled()
                .isPresent());
  }

  private void movesTheDot() {
    robot.click("#lesson-distance-patch-4");
    assertEquals("too easy", robot.text("#lesson-distance-verdict"));
    assertTrue(robot.text("#lesson-distance-avgdist").endsWith(" px"));
    robot.click("#lesson-distance-patch-32");
    assertNotEquals("too easy", robot.text("#lesson-distance-verdict"));
  }

  private void looksIntoTheHead() throws Exception {
    waitFor(() -> robot.text("#lesson-patch-loss").startsWith("L1 of this square  "));
    assertEquals("64 numbers", robot.text("#lesson-features"));
    assertEquals(
        "64 × 3 072 weights, 3 072 biases:\n199 680 parameters", robot.text("#lesson-layer"));
    TileView pixels = robot.find("#lesson-pixels", TileView.class).orElseThrow();
    assertEquals(3, pixels.tiles().size());
    String first = robot.text("#lesson-patch-loss");
    robot.click("#lesson-next-square");
    assertNotEquals(first, robot.text("#lesson-patch-loss"));
    for (int quarter = 0; quarter < 4; quarter++) {
      clickQuarterOfTheFirstPicture(quarter);
      if (robot.text("#lesson-patch-loss").startsWith("Visible")) {
        return;
      }
    }
    throw new AssertionError("one of four squares is visible");
  }

  private void clickQuarterOfTheFirstPicture(int quarter) {
    Node view = robot.find("#lesson-head-stage", Node.class).orElseThrow();
    Bounds title = robot.find("#lesson-head-panel-0", Node.class).orElseThrow().getBoundsInParent();
    Node next = robot.find("#lesson-head-panel-1", Node.class).orElseThrow();
    double side = next.getBoundsInParent().getMinX() - title.getMinX() - 12;
    double top = title.getMaxY() + 4;
    hand.clickOn(
        view.localToScreen(
            title.getMinX() + side * (quarter % 2 == 0 ? 0.25 : 0.75),
            top + side * (quarter < 2 ? 0.25 : 0.75)));
  }

  private void watchesItLearn() throws Exception {
    assertEquals("6  Watch it learn", robot.text("#lesson-title"));
    assertEquals("Start", robot.text("#lesson-training-start"));
    robot.press(KeyCode.CONTROL, KeyCode.ENTER);
    waitFor(() -> robot.text("#lesson-training-words").equals("Finished after epoch 2."));
    assertTrue(robot.points("#lesson-loss") >= 16, "8 steps an epoch");
    waitFor(() -> robot.text("#strip-caption").startsWith("epoch 2 "));
    assertEquals("Again", robot.text("#lesson-training-start"));
    robot.click("#lesson-training-open");
    waitFor(() -> robot.text("#run-epoch").equals("2 / 2"));
    assertEquals(PageId.RUNS, workbench.shell().pageProperty().get());
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT7);
    assertEquals("6 of 7", robot.text("#learn-place"));
  }

  private void fineTunes() throws Exception {
    assertFalse(robot.isEnabled("#lesson-finetuning-banner"), "there is an encoder now");
    robot.click("#lesson-finetuning-start");
    waitFor(() -> robot.text("#lesson-finetuning-words").equals("Both are finished."));
    assertTrue(robot.text("#lesson-from-encoder").endsWith(" %"));
    assertTrue(robot.text("#lesson-from-scratch").endsWith(" %"));
    CurveChart chart = robot.find("#lesson-accuracy", CurveChart.class).orElseThrow();
    assertEquals(2, chart.curves().size());
    assertEquals(2, chart.curves().get(1).series().size());
    assertTrue(Files.exists(folder.resolve("runs/simmim_lesson/from-scratch/run.json")));
  }

  private void presents() throws Exception {
    robot.click("#learn-present");
    waitFor(() -> stage.isFullScreen());
    assertFalse(robot.isEnabled("#rail"));
    assertFalse(robot.isEnabled("#top-bar"));
    assertFalse(robot.isEnabled("#status-bar"));
    Node title = robot.find("#lesson-title", Node.class).orElseThrow();
    assertTrue(title.getLocalToSceneTransform().getMxx() > 1.2, "larger type");
    robot.press(KeyCode.PAGE_UP);
    assertEquals("6 of 7", robot.text("#learn-place"));
    robot.press(KeyCode.PAGE_DOWN);
    robot.press(KeyCode.ESCAPE);
    waitFor(() -> !stage.isFullScreen());
    assertTrue(robot.isEnabled("#rail"));
    assertEquals(1, title.getLocalToSceneTransform().getMxx());
    FxToolkit.setupFixture(() -> workbench.shell().open(PageId.MASKS));
    robot.press(KeyCode.F11);
    waitFor(() -> stage.isFullScreen());
    assertFalse(robot.isEnabled("#rail"), "on every page");
    robot.click("#leave-presentation");
    waitFor(() -> !stage.isFullScreen());
    FxToolkit.setupFixture(() -> workbench.shell().open(PageId.LEARN));
  }
}
