package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.workbench.masks.Filled;
import io.simmim.workbench.masks.ImageSource;
import io.simmim.workbench.masks.MasksViewModel;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.testing.Spread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Measures how fast the page Masks follows: run with {@code -Dtest=MasksTimesTest
 * -Dsimmim.checkpoint=FILE -Dsimmim.photos=FOLDER -Dsimmim.times=REPORT}. A frame's time is that of
 * the toolkit's thread from the start of a pulse to the end of its layout, in which everything that
 * changed is computed and drawn; the mask ratio moves with every pulse.
 */
@EnabledIfSystemProperty(named = "simmim.times", matches = ".+")
class MasksTimesTest extends WindowJourney {

  private static final int FRAMES = 600;
  private static final int WARM = 120;

  /** The nearest that whole patches come to a ratio. */
  private static final double HUNDREDTH = 0.01;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Test
  void measures() throws Exception {
    List<String> report = new ArrayList<>();
    openWindow();
    onFx(() -> workbench.shell().open(PageId.MASKS));
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> !model().curvesProperty().get().isEmpty());
    onFx(() -> model().controls().choosePatchSize(8)); // so that every hundredth changes the mask
    report.add("mask and masked picture, ms: " + maskTimes().inWords());
    assertEquals(ratioOf(FRAMES - 1), model().numbersProperty().get().ratio(), HUNDREDTH);
    report.add("frame without a model, ms: " + frames().inWords());
    assertEquals(ratioOf(FRAMES - 1), model().numbersProperty().get().ratio(), HUNDREDTH);
    onFx(() -> model().first().open(Path.of(System.getProperty("simmim.checkpoint"))));
    WaitForAsyncUtils.waitFor(
        120, TimeUnit.SECONDS, () -> model().first().filledProperty().get().isPresent());
    Set<Filled> filled = Collections.newSetFromMap(new IdentityHashMap<>());
    onFx(() -> model().first().filledProperty().subscribe(now -> now.ifPresent(filled::add)));
    report.add("frame with a model at work, ms: " + frames().inWords());
    assertTrue(filled.size() > 1, "the model follows while the slider is dragged");
    report.add("first reconstruction of another photograph, ms: " + Spread.of(firstPictures()));
    Files.write(Path.of(System.getProperty("simmim.times")), report);
  }

  private MasksViewModel model() {
    return workbench.masks();
  }

  /** Time on the clock, and what the toolkit's thread really worked, which others cannot slow. */
  private final class Times {
    private final List<Double> clock = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private long clockStart;
    private long workStart;
    private boolean running;

    void start() {
      running = true;
      clockStart = System.nanoTime();
      workStart = threads.getCurrentThreadCpuTime();
    }

    void stop() {
      if (running) {
        running = false;
        work.add((threads.getCurrentThreadCpuTime() - workStart) / 1e6);
        clock.add((System.nanoTime() - clockStart) / 1e6);
      }
    }

    String inWords() {
      return Spread.of(clock.subList(WARM, clock.size()))
          + "; work of the thread: "
          + Spread.of(work.subList(WARM, work.size()));
    }
  }

  /** Another mask with every frame. */
  private static double ratioOf(int frame) {
    return 0.05 + frame % 90 / 100.0;
  }

  private Times maskTimes() {
    Times times = new Times();
    onFx(
        () -> {
          for (int i = 0; i < FRAMES; i++) {
            times.start();
            model().controls().chooseRatio(ratioOf(i));
            times.stop();
          }
        });
    return times;
  }

  private Times frames() throws InterruptedException {
    Times times = new Times();
    CountDownLatch done = new CountDownLatch(1);
    int[] frame = new int[1];
    Runnable laidOut = times::stop;
    AnimationTimer dragging =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (frame[0] == FRAMES) {
              stop();
              done.countDown();
            } else {
              times.start();
              model().controls().chooseRatio(ratioOf(frame[0]++));
            }
          }
        };
    onFx(
        () -> {
          stage.getScene().addPostLayoutPulseListener(laidOut);
          dragging.start();
        });
    done.await();
    onFx(() -> stage.getScene().removePostLayoutPulseListener(laidOut));
    assertEquals(FRAMES, times.clock.size(), "every frame was laid out");
    return times;
  }

  private List<Double> firstPictures() throws Exception {
    List<Double> times = new ArrayList<>();
    List<Path> photos;
    try (var files = Files.list(Path.of(System.getProperty("simmim.photos")))) {
      photos = files.filter(Files::isRegularFile).sorted().limit(12).toList();
    }
    assertFalse(photos.isEmpty(), "no photographs in " + System.getProperty("simmim.photos"));
    for (Path photo : photos) {
      Thread.sleep(3000);
      CountDownLatch shown = new CountDownLatch(1);
      long start = System.nanoTime();
      onFx(
          () -> {
            var filled = model().first().filledProperty();
            var before = filled.get();
            filled.addListener(
                (p, old, now) -> {
                  if (now.isPresent() && !now.equals(before)) {
                    shown.countDown();
                  }
                });
            model().open(new ImageSource.File(photo));
          });
      assertTrue(shown.await(60, TimeUnit.SECONDS), "nothing is made of " + photo);
      times.add((System.nanoTime() - start) / 1e6);
    }
    return times;
  }
}
