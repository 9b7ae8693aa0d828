package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.testing.Spread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.skin.VirtualFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Measures how smoothly the pictures of the page Data scroll: run with {@code
 * -Dtest=ThumbnailsTimesTest -Dsimmim.folder=FOLDER -Dsimmim.thumbnail.times=REPORT} on a folder of
 * thousands of images. Every pulse scrolls by 60 pixels; its time is that of the toolkit's thread
 * from the start of the pulse to the end of its layout.
 */
@EnabledIfSystemProperty(named = "simmim.thumbnail.times", matches = ".+")
class ThumbnailsTimesTest extends WindowJourney {

  private static final int FRAMES = 600;
  private static final int WARM = 120;
  private static final double PIXELS = 60;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Double> clock = new ArrayList<>();
  private final List<Double> work = new ArrayList<>();
  private long clockStart;
  private long workStart;
  private int frame;

  @Test
  void measures() throws Exception {
    openWindow();
    onFx(() -> workbench.shell().open(PageId.DATA));
    onFx(() -> workbench.dataDesk().open(Path.of(System.getProperty("simmim.folder"))));
    WaitForAsyncUtils.waitFor(
        120, TimeUnit.SECONDS, () -> !workbench.dataDesk().model().stateProperty().get().busy());
    Thread.sleep(3000);
    scroll();
    assertTrue(frame >= FRAMES);
    Files.writeString(
        Path.of(System.getProperty("simmim.thumbnail.times")),
        "frame while scrolling, ms: %s; work of the thread: %s%n"
            .formatted(Spread.of(clock), Spread.of(work)));
  }

  private void scroll() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Runnable laidOut = this::laidOut;
    AnimationTimer scrolling =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (frame++ == FRAMES) {
              stop();
              done.countDown();
            } else {
              clockStart = System.nanoTime();
              workStart = threads.getCurrentThreadCpuTime();
              flow().scrollPixels(PIXELS);
            }
          }
        };
    onFx(
        () -> {
          stage.getScene().addPostLayoutPulseListener(laidOut);
          scrolling.start();
        });
    done.await();
  }

  private void laidOut() {
    if (frame > WARM && frame <= FRAMES) {
      clock.add((System.nanoTime() - clockStart) / 1e6);
      work.add((threads.getCurrentThreadCpuTime() - workStart) / 1e6);
    }
  }

  private VirtualFlow<?> flow() {
    Node flow = stage.getScene().lookup("#data-grid").lookup(".virtual-flow");
    return (VirtualFlow<?>) flow;
  }
}
