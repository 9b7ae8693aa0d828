package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.masks.StageMode;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.testing.RandomCheckpoints;
import io.simmim.workbench.testing.RunFixture;
import io.simmim.workbench.testing.SmallPhotos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Beginning at the page Start, and finding everything by its name. */
class StartJourneyTest extends WindowJourney {

  private final FxRobot hand = new FxRobot();

  @Test
  void aTallWindowShowsAThirdRowOfRuns() throws Exception {
    for (int i = 0; i < 10; i++) {
      try (RunFixture run =
          new RunFixture(runs(), "swin", "t" + i, Instant.now().minusSeconds(900 - i))) {
        run.epochs(0, 1).end(RunEvent.Outcome.FINISHED, "done");
      }
    }
    openWindow();
    FxToolkit.setupFixture(() -> stage.setHeight(720));
    waitFor(() -> robot.isEnabled("#recent-run-5") && !robot.isEnabled("#recent-run-6"));
    FxToolkit.setupFixture(() -> stage.setHeight(1000));
    waitFor(() -> robot.isEnabled("#recent-run-8"));
  }

  @Test
  void opensRunsAndPagesByNameAndTellsHowARunEnds() throws Exception {
    Instant now = Instant.now();
    try (RunFixture done = new RunFixture(runs(), "swin", "done", now.minusSeconds(5000));
        RunFixture live = new RunFixture(runs(), "swin", "live", now.minusSeconds(60))) {
      done.epochs(0, 10).end(RunEvent.Outcome.FINISHED, "done");
      live.epochs(0, 2);
      openWindow();
      assertEquals(PageId.START, page(), "the first start");
      waitFor(() -> robot.text("#recent-tag-1").equals("done"));
      assertEquals("running", robot.text("#recent-status-0"));
      robot.click("#recent-run-1");
      assertEquals(PageId.RUNS, page());
      waitFor(() -> robot.text("#run-status").equals("finished"));
      String about = robot.text("#run-about");
      assertTrue(about.endsWith("waiting for data 6 %"), about);

      find("masks");
      assertEquals(PageId.MASKS, page());
      find("live");
      assertEquals(PageId.RUNS, page());
      assertEquals(live.folder(), workbench.runs().openProperty().get());
      find("search keys");
      assertEquals(PageId.EXPERIMENT, page());
      assertTrue(focused().getTypeSelector().contains("TextField"), "ready to type into");
      robot.press(KeyCode.CONTROL, KeyCode.K);
      hand.write("nothing is called so", 0);
      waitFor(() -> robot.isEnabled("#palette-nothing"));
      robot.press(KeyCode.ESCAPE);
      waitFor(() -> !robot.isEnabled("#palette"));

      find("go to start");
      live.end(RunEvent.Outcome.FAILED, "The loss became NaN.");
      waitFor(() -> !workbench.shell().notices().isEmpty());
      assertEquals(
          "swin / live failed after 2 of 30 epochs: its page says why.",
          workbench.shell().notices().get(0).sentence());
      waitFor(() -> robot.text("#recent-status-0").equals("failed"));
      robot.click("#notice-action");
      assertEquals(PageId.RUNS, page());
      waitFor(() -> robot.text("#run-status").equals("failed"));
      assertTrue(workbench.shell().notices().isEmpty());
    }
  }

  @Test
  void seesItWorkWithoutAndWithTheDemoCheckpoint() throws Exception {
    openWindow();
    waitFor(() -> robot.text("#recent-nothing").startsWith("No runs yet"));
    robot.click("#start-demo");
    assertEquals(PageId.MASKS, page());
    waitFor(() -> robot.text("#masks-panel-1").equals("Original"));
    String notice = workbench.shell().notices().get(0).sentence();
    assertTrue(notice.startsWith("This copy came without a demo checkpoint"), notice);
    closeWindow();

    Path demo = Files.createDirectories(folder.resolve("assets/demo"));
    Path file = RandomCheckpoints.write(demo.resolve("simmim_demo.pth"), 1);
    openWindow();
    assertEquals(PageId.MASKS, page(), "the page of last time");
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    robot.press(KeyCode.ALT, KeyCode.DIGIT1);
    waitFor(() -> robot.text("#numbers-psnr").endsWith(" dB"));
    assertEquals(Optional.of(file), workbench.masks().first().stateProperty().get().file());
    assertEquals(StageMode.SIDE_BY_SIDE, workbench.masks().modeProperty().get());
  }

  @Test
  void ownImagesGetAPresetThatFitsThem() throws Exception {
    Path photos = SmallPhotos.write(folder.resolve("photos"), 12);
    Path own = Files.createDirectories(folder.resolve("presets/own"));
    String name = "simmim_pretrain__swin_own__img32_window4.yaml";
    Files.copy(Path.of("../configs/own").resolve(name), own.resolve(name));
    openWindow();
    FxToolkit.setupFixture(() -> workbench.startDesk().trainOn(photos));
    waitFor(() -> page() == PageId.EXPERIMENT);
    waitFor(() -> robot.text("#data-finding").equals("12 images"));
    waitFor(() -> robot.isEnabled("#launch"));
    String advice = robot.text("#config-advice");
    assertTrue(advice.startsWith("swin_own__img32_window4 for 12 images of about 40 px"), advice);
    assertEquals(
        "1",
        workbench
            .experiment()
            .document()
            .readingProperty()
            .get()
            .values()
            .get("DATA.BATCH_SIZE")
            .toString());
  }

  private void find(String query) throws Exception {
    robot.press(KeyCode.CONTROL, KeyCode.K);
    waitFor(() -> robot.isEnabled("#palette"));
    hand.write(query, 0);
    robot.press(KeyCode.ENTER);
    waitFor(() -> !robot.isEnabled("#palette"));
  }

  private Node focused() {
    return stage.getScene().getFocusOwner();
  }

  private PageId page() {
    return workbench.shell().pageProperty().get();
  }

  private Path runs() {
    return folder.resolve("runs");
  }
}
