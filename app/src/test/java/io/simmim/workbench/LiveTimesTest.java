package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.testing.RunFixture;
import io.simmim.workbench.testing.Spread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Measures the window while a fine-tuning, with five charts, writes 20 steps a second: run with
 * {@code -Dtest=LiveTimesTest -Dsimmim.live.times=REPORT}, and {@code -Dsimmim.live.minutes=30} for
 * how long its memory is looked at. The work of a frame is all that the toolkit's thread computes
 * from the end of one frame to the end of the next, tasks between frames included.
 */
@EnabledIfSystemProperty(named = "simmim.live.times", matches = ".+")
class LiveTimesTest extends WindowJourney {

  /** Of a fine-tuning. */
  private static final int CHARTS = 5;

  private static final int FRAMES = 1200;
  private static final int WARM = 200;
  private static final int STEPS_BEFORE = 2000;
  private static final int STEP_MS = 50;

  private final Path report = Path.of(System.getProperty("simmim.live.times"));
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final ScheduledExecutorService trainer = Executors.newSingleThreadScheduledExecutor();

  private int step = STEPS_BEFORE;

  @Test
  void measures() throws Exception {
    try (RunFixture run =
        new RunFixture(RunStage.FINETUNE, places().defaultRuns(), "swin", "live", Instant.now())) {
      run.epochs(0, STEPS_BEFORE / RunFixture.STEPS);
      ScheduledFuture<?> training =
          trainer.scheduleAtFixedRate(() -> step(run), 0, STEP_MS, TimeUnit.MILLISECONDS);
      openWindow();
      waitFor(() -> workbench.runs().total() == 1);
      onFx(() -> workbench.runs().openProperty().set(run.folder()));
      onFx(() -> workbench.shell().open(PageId.RUNS));
      waitFor(() -> charts().size() == CHARTS);
      int shown = pointsOfAllCharts();
      say("run page, live: " + frames(frame -> {}));
      assertTrue(pointsOfAllCharts() > shown, "new steps are drawn while frames are counted");
      onFx(() -> workbench.shell().open(PageId.MASKS));
      onFx(() -> workbench.masks().controls().choosePatchSize(8));
      say(
          "mask slider dragged, run live: "
              + frames(
                  frame -> workbench.masks().controls().chooseRatio(0.05 + frame % 90 / 100.0)));
      assertEquals(
          0.05 + FRAMES % 90 / 100.0, workbench.masks().numbersProperty().get().ratio(), 0.01);
      onFx(() -> workbench.shell().open(PageId.RUNS));
      lookAtMemory(Integer.getInteger("simmim.live.minutes", 1));
      training.cancel(false);
    } finally {
      trainer.shutdownNow();
    }
  }

  private List<CurveChart> charts() {
    return stage.getScene().getRoot().lookupAll(".curve-chart").stream()
        .filter(CurveChart.class::isInstance)
        .map(CurveChart.class::cast)
        .filter(chart -> !chart.curves().isEmpty())
        .toList();
  }

  private int pointsOfAllCharts() throws Exception {
    return WaitForAsyncUtils.asyncFx(
            () ->
                charts().stream()
                    .flatMap(chart -> chart.curves().stream())
                    .mapToInt(curve -> curve.series().size())
                    .sum())
        .get();
  }

  private void step(RunFixture run) {
    try {
      int epoch = step / RunFixture.STEPS;
      int place = step % RunFixture.STEPS;
      run.steps(epoch, place, place + 1);
      if (place == RunFixture.STEPS - 1) {
        run.validation(epoch, 78 * (1 - Math.exp(-(epoch + 1) / 90.0)));
      }
      step++;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Something done in every frame. */
  private interface InFrame {
    void run(int frame);
  }

  private String frames(InFrame task) throws InterruptedException {
    List<Double> work = Collections.synchronizedList(new ArrayList<>());
    List<Double> clock = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch done = new CountDownLatch(1);
    long[] last = new long[2];
    Runnable laidOut =
        () -> {
          long busy = threads.getCurrentThreadCpuTime();
          long now = System.nanoTime();
          work.add((busy - last[0]) / 1e6);
          clock.add((now - last[1]) / 1e6);
          last[0] = busy;
          last[1] = now;
        };
    int[] frame = new int[1];
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            task.run(frame[0]);
            if (frame[0]++ == FRAMES) {
              stop();
              done.countDown();
            }
          }
        };
    onFx(
        () -> {
          stage.getScene().addPostLayoutPulseListener(laidOut);
          timer.start();
        });
    done.await();
    onFx(() -> stage.getScene().removePostLayoutPulseListener(laidOut));
    assertTrue(work.size() >= FRAMES, "only " + work.size() + " frames");
    return "work of a frame, ms: "
        + Spread.of(work.subList(WARM, work.size()))
        + "; from frame to frame, ms: "
        + Spread.of(clock.subList(WARM, clock.size()));
  }

  private void lookAtMemory(int minutes) throws Exception {
    Runtime java = Runtime.getRuntime();
    for (int minute = 0; minute <= minutes; minute++) {
      System.gc();
      long heap = (java.totalMemory() - java.freeMemory()) >> 20;
      String resident =
          Files.readAllLines(Path.of("/proc/self/status")).stream()
              .filter(line -> line.startsWith("VmRSS"))
              .findFirst()
              .orElse("");
      say("minute %d, step %d: heap %d MiB, %s".formatted(minute, step, heap, resident));
      TimeUnit.MINUTES.sleep(1);
    }
  }

  private void say(String line) throws Exception {
    Files.writeString(report, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
