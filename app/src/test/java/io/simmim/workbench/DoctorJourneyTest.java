package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.doctor.Finding;
import io.simmim.workbench.shell.PageId;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What trainings can compute with, examined in the real window by a real process. */
class DoctorJourneyTest extends WindowJourney {

  private static final int PATIENCE_MILLIS = 10_000;

  @Test
  void examinesThisMachineFromWhereverTheDeviceIsNamed() throws Exception {
    openWindow();
    waitFor(() -> robot.text("#device").contains("core"));
    robot.click("#device");
    waitFor(() -> robot.text("#doctor-verdict").startsWith("Looking"));
    waitFor(() -> robot.text("#doctor-verdict").startsWith("Trainings can run here, on cpu"));
    assertTrue(robot.text("#doctor-sentence-0").startsWith("PyTorch "), "the engine first");
    int last = workbench.doctorDesk().model().findings().size() - 1;
    String computed = robot.text("#doctor-sentence-" + last);
    assertTrue(computed.startsWith("cpu computes: a product of two"), computed);
    for (Finding finding : workbench.doctorDesk().model().findings()) {
      assertFalse(finding.level() == Finding.Level.FAULT, finding.sentence());
    }

    robot.click("#doctor-copy");
    waitFor(() -> clipboard().contains(computed));
    assertTrue(clipboard().endsWith(robot.text("#doctor-verdict")), clipboard());
    robot.press(KeyCode.ESCAPE);
    waitFor(() -> workbench.shell().notices().isEmpty());
    robot.press(KeyCode.ESCAPE);
    waitFor(() -> !robot.isEnabled("#doctor"));

    waitFor(() -> robot.isEnabled("#start-doctor"));
    robot.click("#start-doctor");
    waitFor(() -> robot.isEnabled("#doctor"));
    robot.press(KeyCode.ALT, KeyCode.DIGIT1);
    assertEquals(PageId.START, workbench.shell().pageProperty().get(), "the page below waits");
    robot.click("#doctor-close");
    waitFor(() -> !robot.isEnabled("#doctor"));

    robot.press(KeyCode.CONTROL, KeyCode.K);
    robot.type("engine doctor");
    robot.press(KeyCode.ENTER);
    waitFor(() -> robot.isEnabled("#doctor"));
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
    waitFor(() -> robot.isEnabled("#doctor-again"));
    robot.click("#doctor-again");
    waitFor(() -> robot.text("#doctor-verdict").startsWith("Trainings can run here"));
  }

  private static String clipboard() {
    return WaitForAsyncUtils.waitForAsyncFx(
        PATIENCE_MILLIS, () -> String.valueOf(Clipboard.getSystemClipboard().getString()));
  }
}
