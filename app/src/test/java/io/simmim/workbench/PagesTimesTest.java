package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.testing.RunFixture;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures how long the toolkit's thread works when a page is opened for the first time, when it is
 * opened again, and when the theme changes with all pages open: run with {@code
 * -Dtest=PagesTimesTest -Dsimmim.pages.times=REPORT}, and {@code -Dsimmim.checkpoint=FILE} for
 * pages with a model. The work of a frame is all that the thread computes from the end of one
 * layout to the end of the next; the longest frame is how long the window stands still, all of them
 * together are what opening costs.
 */
@EnabledIfSystemProperty(named = "simmim.pages.times", matches = ".+")
class PagesTimesTest extends WindowJourney {

  /** What is told to a page in the background has come by then. */
  private static final int FRAMES = 120;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<String> report = new ArrayList<>();

  @Override
  Places places() {
    return new Places(folder.resolve("s.json"), Path.of("../configs"), folder);
  }

  @Test
  void measures() throws Exception {
    RunFolder run = writeRuns();
    openWindow();
    waitFor(() -> workbench.runs().total() == 2);
    measure("nothing", () -> {});
    for (PageId page : PageId.values()) {
      measure(page + " for the first time", () -> workbench.shell().open(page));
      assertEquals(page, workbench.shell().pageProperty().get());
    }
    measure("a run for the first time", () -> open(run));
    if (System.getProperty("simmim.checkpoint") != null) {
      Path checkpoint = Path.of(System.getProperty("simmim.checkpoint"));
      onFx(() -> workbench.checkpoint().file().open(checkpoint));
      onFx(() -> workbench.masksDesk().take(checkpoint));
    }
    for (PageId page : PageId.values()) {
      measure(page + " again", () -> workbench.shell().open(page));
      for (int time = 0; time < 2; time++) {
        measure("the theme on " + page, workbench.shell()::switchTheme);
      }
    }
    Files.write(Path.of(System.getProperty("simmim.pages.times")), report);
  }

  private void open(RunFolder run) {
    workbench.shell().open(PageId.RUNS);
    workbench.runs().openProperty().set(run);
  }

  private RunFolder writeRuns() throws Exception {
    Path output = places().defaultRuns();
    Instant now = Instant.now();
    try (RunFixture tuned =
            new RunFixture(RunStage.FINETUNE, output, "swin", "tuned", now.minusSeconds(9_000));
        RunFixture trained = new RunFixture(output, "swin", "trained", now.minusSeconds(900))) {
      tuned.epochs(0, RunFixture.EPOCHS).end(RunEvent.Outcome.FINISHED, "done");
      trained.epochs(0, RunFixture.EPOCHS).end(RunEvent.Outcome.FINISHED, "done");
      return trained.folder();
    }
  }

  /** Does it, and looks at this many frames from then on. */
  private void measure(String what, Runnable action) throws Exception {
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
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (work.size() >= FRAMES) {
              stop();
              done.countDown();
            }
          }
        };
    onFx(
        () -> {
          stage.getScene().addPostLayoutPulseListener(laidOut);
          timer.start();
          last[0] = threads.getCurrentThreadCpuTime();
          last[1] = System.nanoTime();
          action.run();
        });
    done.await();
    onFx(() -> stage.getScene().removePostLayoutPulseListener(laidOut));
    assertTrue(work.size() >= FRAMES);
    report.add(
        String.format(
            Locale.ROOT,
            "%-32s longest frame %5.0f ms (on the clock %5.0f), all %5.0f ms",
            what,
            Collections.max(work),
            Collections.max(clock),
            work.stream().mapToDouble(Double::doubleValue).sum()));
  }
}
