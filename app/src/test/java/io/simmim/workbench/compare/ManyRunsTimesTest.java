package io.simmim.workbench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.chart.Decimation;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.chart.Smoothing;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * How long a chart of many long runs takes to be drawn again: told in target/compare-times.txt. Run
 * with {@code -Dsimmim.times=...}.
 */
@EnabledIfSystemProperty(named = "simmim.times", matches = ".+")
class ManyRunsTimesTest {

  private static final int POINTS = 100_000;
  private static final int REDRAWS = 60;

  /** What the thread itself works, whatever else the machine does. */
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  private final List<String> report = new ArrayList<>();
  private CurveChart chart;
  private Stage stage;

  @Test
  void twentyAndAHundredRunsAreDrawnFromAllTheirPoints() throws Exception {
    for (int runs : List.of(20, 100)) {
      open(curves(runs));
      long[] redraws = new long[REDRAWS];
      FxRobot robot = new FxRobot();
      for (int i = 0; i < REDRAWS; i++) {
        int at = i;
        WaitForAsyncUtils.asyncFx(
                () -> {
                  long start = threads.getCurrentThreadCpuTime();
                  chart.setCurves(chart.curves());
                  redraws[at] = threads.getCurrentThreadCpuTime() - start;
                })
            .get();
      }
      Arrays.sort(redraws);
      report.add(
          "%d runs of %d points, redraw, ms of processor: median %.1f, 95th percentile %.1f"
              .formatted(
                  runs, POINTS, redraws[REDRAWS / 2] / 1e6, redraws[REDRAWS * 95 / 100] / 1e6));
      report.add("   choosing the points for 850 columns: %.1f".formatted(decimationMillis()));
      assertEquals(runs, chart.curves().size());
      assertEquals(POINTS, chart.curves().get(0).series().size(), "nothing is thrown away");
      robot.interact(() -> chart.requestFocus()).push(KeyCode.PLUS);
      assertTrue(stage.isShowing());
      FxToolkit.setupFixture(stage::hide);
    }
    Files.write(Path.of("target", "compare-times.txt"), report);
  }

  private double decimationMillis() {
    long[] times = new long[REDRAWS];
    for (int i = 0; i < REDRAWS; i++) {
      long start = threads.getCurrentThreadCpuTime();
      for (Curve curve : chart.curves()) {
        Decimation.columns(curve.series(), 0, POINTS - 1, 850);
      }
      times[i] = threads.getCurrentThreadCpuTime() - start;
    }
    Arrays.sort(times);
    return times[REDRAWS / 2] / 1e6;
  }

  private void open(List<Curve> curves) throws Exception {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(
        () -> {
          chart = new CurveChart("many", "loss of many runs");
          stage = new Stage();
          stage.setScene(new Scene(chart, 900, 400));
          stage.show();
          chart.setCurves(curves);
        });
  }

  private static List<Curve> curves(int runs) {
    List<Curve> curves = new ArrayList<>();
    double[] steps = new double[POINTS];
    Arrays.setAll(steps, i -> i);
    for (int run = 0; run < runs; run++) {
      Random random = new Random(run);
      double[] loss = new double[POINTS];
      Arrays.setAll(loss, i -> 0.2 + Math.exp(-i / 20_000.0) + 0.05 * random.nextGaussian());
      Series smooth = Smoothing.exponential(Series.sharing(steps, loss), 0.9);
      curves.add(Curve.strong("run " + run, smooth).inSlot(run));
    }
    return curves;
  }
}
