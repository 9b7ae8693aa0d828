package io.simmim.workbench;

import io.simmim.workbench.testing.WindowRobot;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real window with a folder of its own, for tests that use it as a person would. */
abstract class WindowJourney {

  private static final long PATIENCE_MS = 120_000;

  @TempDir Path folder;

  final WindowRobot robot = new WindowRobot();
  Stage stage;
  Workbench workbench;

  /** Opens the window, as after a new start of the program. */
  final void openWindow() throws Exception {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(
        () -> {
          stage = new Stage();
          workbench = new Workbench(stage, places(), address -> {});
          workbench.show();
        });
  }

  @AfterEach
  final void closeWindow() throws Exception {
    FxToolkit.setupFixture(
        () -> {
          workbench.close();
          stage.hide();
        });
  }

  /** Where the program finds and keeps things. */
  Places places() {
    return new Places(folder.resolve("window.json"), folder.resolve("presets"), folder);
  }

  /** Does it on the toolkit's thread, and comes back when it is done. */
  static void onFx(Runnable task) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, task);
  }

  final void waitFor(Callable<Boolean> condition) throws Exception {
    robot.waitFor(stage, condition);
  }
}
