package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunStatus;
import io.simmim.core.run.RunSummary;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.picture.PixelView;
import io.simmim.workbench.testing.SmallPhotos;
import io.simmim.workbench.testing.WindowPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The first path through the program, in the real window and with a real training. */
class JourneyTest {

  private static final int PATIENCE_SECONDS = 120;

  private static final String TINY =
      """
      # Learns next to nothing, but quickly.
      DATA:
        BATCH_SIZE: 4
        IMG_SIZE: 64
        MASK_PATCH_SIZE: 16
        MASK_RATIO: 0.5
        NUM_WORKERS: 1
      MODEL:
        TYPE: swin
        NAME: tiny
        DROP_PATH_RATE: 0.0
        SWIN:
          EMBED_DIM: 8
          DEPTHS: [1, 1, 1, 1]
          NUM_HEADS: [1, 1, 2, 2]
          WINDOW_SIZE: 2
      TRAIN:
        EPOCHS: 5000
        WARMUP_EPOCHS: 1
      SAVE_FREQ: 2
      TAG: tiny__first
      """;

  @TempDir Path folder;

  private final FxRobot robot = new FxRobot();
  private Stage stage;
  private Workbench workbench;

  @AfterEach
  void closeWindow() throws Exception {
    FxToolkit.setupFixture(
        () -> {
          workbench.close();
          stage.hide();
        });
  }

  @Test
  void launchesWatchesAndStopsARun() throws Exception {
    Path photos = SmallPhotos.write(folder.resolve("photos"), 12);
    Files.createDirectories(folder.resolve("presets"));
    Files.writeString(folder.resolve("presets/tiny.yaml"), TINY);
    openWindow();

    waitFor(() -> text("#config-name").equals("tiny"));
    robot.clickOn("#data-folder").write(photos.toString()).push(KeyCode.ENTER);
    waitFor(() -> text("#data-finding").equals("12 images"));
    waitFor(() -> !robot.lookup("#launch").query().isDisabled());
    assertEquals("first", workbench.experiment().launch().tagProperty().get());
    robot.clickOn("#launch");

    waitFor(() -> text("#run-status").equals("running"));
    assertEquals("first", text("#run-tag"));
    waitFor(() -> pointsOfTheLossChart() >= 3);
    waitFor(() -> picture("#strip-picture-0-2").getImage() != null);
    waitFor(() -> text("#status-name").equals("tiny / first"));
    assertEquals("1", text("#rail-badge-runs"));

    RunFolder run = RunFolder.of(folder.resolve("runs"), "tiny", "first");
    closeWindow();
    assertEquals(RunStatus.RUNNING, RunSummary.read(run).status(), "the run outlives the window");
    openWindow();
    waitFor(() -> text("#status-name").equals("tiny / first"));
    robot.clickOn("#status-name");
    waitFor(() -> text("#run-status").equals("running") && pointsOfTheLossChart() >= 3);

    robot.clickOn("#run-stop");
    waitFor(() -> text("#run-status").equals("stopped"));
    assertTrue(text("#run-explanation").startsWith("Stopped by the user"));
    waitFor(() -> text("#status-name").equals("No run is active"));
    assertEquals(RunStatus.STOPPED, RunSummary.read(run).status());
    assertFalse(run.checkpoints().isEmpty());

    int saved = run.checkpoints().size();
    robot.clickOn("#run-resume");
    waitFor(() -> text("#run-status").equals("running"));
    waitFor(() -> run.checkpoints().size() > saved);
    robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
    waitFor(() -> text("#run-status").equals("stopped"));

    robot.push(KeyCode.ALT, KeyCode.LEFT);
    waitFor(() -> robot.lookup("#runs-table").query().isVisible());
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    waitFor(() -> workbench.experiment().launch().tagProperty().get().equals("first-2"));
  }

  private void openWindow() throws Exception {
    Places places = new Places(folder.resolve("window.json"), folder.resolve("presets"), folder);
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(
        () -> {
          stage = new Stage();
          workbench = new Workbench(stage, places, address -> {});
          workbench.show();
        });
  }

  private int pointsOfTheLossChart() {
    CurveChart chart = robot.lookup("#chart-loss").queryAs(CurveChart.class);
    return chart.curves().get(0).series().size();
  }

  private PixelView picture(String id) {
    return robot.lookup(id).tryQueryAs(PixelView.class).orElseGet(PixelView::new);
  }

  private String text(String id) {
    return robot
        .lookup(id)
        .match((Node node) -> node instanceof Labeled)
        .tryQueryAs(Labeled.class)
        .map(Labeled::getText)
        .orElse("");
  }

  /** Waits until the window shows it, asking on the toolkit's thread; if never, keeps a picture. */
  private void waitFor(Callable<Boolean> condition) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    } catch (TimeoutException e) {
      WindowPicture.save(stage, Path.of("target", "journey-failure.png"));
      throw e;
    }
  }
}
