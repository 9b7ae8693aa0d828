package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunOwner;
import io.simmim.core.run.RunStatus;
import io.simmim.core.run.RunSummary;
import io.simmim.workbench.picture.PixelView;
import io.simmim.workbench.testing.SmallPhotos;
import io.simmim.workbench.testing.TinyConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The main paths through the program, in the real window and with real trainings. */
class JourneyTest extends WindowJourney {

  @Test
  void launchesWatchesAndStopsARun() throws Exception {
    Path photos = SmallPhotos.write(folder.resolve("photos"), 12);
    writePreset("tiny.yaml", TinyConfig.yaml("tiny", 5000, "tiny__first"));
    openWindow();

    robot.click("#rail-experiment");
    waitFor(() -> robot.text("#config-name").equals("tiny"));
    robot.fill("#data-folder", photos.toString());
    waitFor(() -> robot.text("#data-finding").equals("12 images"));
    waitFor(() -> robot.isEnabled("#launch"));
    assertEquals("first", workbench.experiment().launch().tagProperty().get());
    robot.click("#launch");

    waitFor(() -> robot.text("#run-status").equals("running"));
    assertEquals("first", robot.text("#run-tag"));
    waitFor(() -> robot.points("#chart-loss") >= 3);
    waitFor(() -> picture("#strip-picture-0-2").getImage() != null);
    waitFor(() -> robot.text("#status-name").equals("tiny / first"));
    assertEquals("1", robot.text("#rail-badge-runs"));

    RunFolder run = RunFolder.of(folder.resolve("runs"), "tiny", "first");
    closeWindow();
    assertEquals(RunStatus.RUNNING, RunSummary.read(run).status(), "the run outlives the window");
    openWindow();
    waitFor(() -> robot.text("#status-name").equals("tiny / first"));
    robot.click("#status-name");
    waitFor(() -> robot.text("#run-status").equals("running") && robot.points("#chart-loss") >= 3);

    robot.click("#run-stop");
    waitFor(() -> robot.text("#run-status").equals("stopped"));
    assertTrue(robot.text("#run-explanation").startsWith("Stopped by the user"));
    waitFor(() -> robot.text("#status-name").equals("No run is active"));
    assertEquals(RunStatus.STOPPED, RunSummary.read(run).status());
    assertFalse(run.checkpoints().isEmpty());

    int saved = run.checkpoints().size();
    robot.click("#run-resume");
    waitFor(() -> robot.text("#run-status").equals("running"));
    waitFor(() -> run.checkpoints().size() > saved);
    robot.press(KeyCode.CONTROL, KeyCode.PERIOD);
    waitFor(() -> robot.text("#run-status").equals("stopped"));

    robot.press(KeyCode.ALT, KeyCode.LEFT);
    waitFor(() -> robot.isEnabled("#runs-table"));
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    waitFor(() -> workbench.experiment().launch().tagProperty().get().equals("first-2"));
  }

  @Test
  void aKilledTrainingIsShownAsCrashedWithItsLastLinesAndGoesOn() throws Exception {
    Path photos = SmallPhotos.write(folder.resolve("photos"), 12);
    writePreset("tiny.yaml", TinyConfig.yaml("tiny", 5000, "tiny__killed"));
    openWindow();
    robot.click("#rail-experiment");
    waitFor(() -> robot.text("#config-name").equals("tiny"));
    robot.fill("#data-folder", photos.toString());
    waitFor(() -> robot.isEnabled("#launch"));
    robot.click("#launch");
    RunFolder run = RunFolder.of(folder.resolve("runs"), "tiny", "killed");
    waitFor(() -> robot.text("#run-status").equals("running") && !run.checkpoints().isEmpty());

    long began = System.nanoTime();
    RunOwner owner = RunManifest.read(run.manifest()).orElseThrow().owner();
    ProcessHandle.of(owner.pid()).orElseThrow().destroyForcibly();
    waitFor(() -> robot.text("#run-status").equals("crashed"));
    waitFor(() -> robot.text("#run-last-lines").contains("Train: ["));
    Logger.getLogger(JourneyTest.class.getName())
        .info("A crash was shown after %.1f s".formatted((System.nanoTime() - began) / 1e9));
    waitFor(() -> robot.text("#status-name").equals("No run is active"));

    waitFor(() -> robot.find("#run-resume", Node.class).filter(Node::isVisible).isPresent());
    robot.click("#run-resume");
    waitFor(() -> robot.text("#run-status").equals("running"));
    waitFor(() -> Files.readString(run.log(0)).contains("resuming from "));
    robot.click("#run-stop");
    waitFor(() -> robot.text("#run-status").equals("stopped"));
  }

  @Test
  void preTrainsFineTunesFromItAndEvaluates() throws Exception {
    Path photos = folder.resolve("photos");
    SmallPhotos.write(photos.resolve("waves"), 10);
    SmallPhotos.write(photos.resolve("stripes"), 10);
    writePreset("demo/simmim_pretrain__tiny.yaml", TinyConfig.yaml("tiny", 2, "before"));
    writePreset("demo/simmim_finetune__tiny.yaml", TinyConfig.yaml("classifier", 2, "after"));
    openWindow();

    robot.click("#rail-experiment");
    waitFor(() -> robot.text("#config-name").equals("simmim_pretrain__tiny"));
    robot.fill("#data-folder", photos.toString());
    waitFor(() -> robot.isEnabled("#launch"));
    robot.click("#launch");
    waitFor(() -> robot.text("#run-status").equals("finished"));

    robot.click("#run-fine-tune");
    waitFor(() -> robot.text("#config-name").equals("simmim_finetune__tiny"));
    waitFor(() -> robot.text("#checkpoint-finding").equals("Pre-training, epoch 2"));
    waitFor(() -> robot.text("#data-finding").equals("18 images, 2 held out to validate"));
    assertEquals("2", robot.text("#plan-classes"));
    waitFor(() -> robot.isEnabled("#launch"));
    robot.click("#launch");
    waitFor(() -> robot.text("#run-tag").equals("after") && robot.points("#chart-accuracy") == 2);
    waitFor(() -> robot.text("#run-status").equals("finished"));
    assertTrue(robot.text("#run-top1").endsWith(" %"), robot.text("#run-top1"));
    assertEquals("100.00 %", robot.text("#run-top5"), "of two classes both are among the first 5");
    assertTrue(robot.text("#run-best").compareTo(robot.text("#run-top1")) >= 0);

    robot.click("#run-evaluate");
    waitFor(() -> robot.text("#checkpoint-finding").startsWith("Classifier of 2 classes"));
    waitFor(() -> robot.text("#data-finding").equals("2 images in 2 classes"));
    waitFor(() -> robot.isEnabled("#launch"));
    assertEquals("after__evaluate", workbench.experiment().launch().tagProperty().get());
    robot.click("#launch");
    waitFor(() -> robot.text("#run-status").equals("finished"));
    waitFor(() -> robot.text("#result-top5").equals("100.00 %"));
    assertEquals("2", robot.text("#result-images"));

    robot.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    robot.click("#stage-throughput");
    waitFor(() -> robot.isEnabled("#launch"));
    robot.click("#launch");
    waitFor(() -> robot.text("#run-tag").equals("after__throughput"));
    waitFor(() -> robot.text("#run-status").equals("finished"));
    assertEquals("4", robot.text("#result-batch"));
    assertFalse(robot.text("#result-speed").isBlank());
  }

  private void writePreset(String name, String yaml) throws Exception {
    Path file = folder.resolve("presets").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
  }

  private PixelView picture(String query) {
    return robot.find(query, PixelView.class).orElseGet(PixelView::new);
  }
}
