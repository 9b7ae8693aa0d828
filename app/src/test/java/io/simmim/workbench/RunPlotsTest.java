package io.simmim.workbench;

import io.simmim.core.run.EventReader;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.workbench.chart.ChartColors;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Draws the plots of the README from the folders of real runs, and prints the numbers beside them:
 * run with {@code -Dtest=RunPlotsTest -Dsimmim.plots=FOLDER}, and {@code -Dsimmim.memory=RUN} for
 * the memory of a long training, or {@code -Dsimmim.precision=FP32,BF16,OTHER} for the losses of
 * three: two of one seed, the third in fp32 from another seed.
 */
@EnabledIfSystemProperty(named = "simmim.plots", matches = ".+")
class RunPlotsTest {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 360;

  /** Steps until caches are full and the heap has its size. */
  private static final int WARM = 500;

  /** Steps of an average; in as many, garbage is collected more than once. */
  private static final int SPAN = 150;

  /** Steps that a loss is averaged over. */
  private static final int SMOOTH = 30;

  private static final List<Color> COLORS = ChartColors.LIGHT.many();
  private static final int NONE = -1;
  private static final Stroke LINE = new BasicStroke(1.6f);
  private static final Stroke DASHES =
      new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 5}, 0);

  private final Path folder = Path.of(System.getProperty("simmim.plots"));

  @Test
  @EnabledIfSystemProperty(named = "simmim.memory", matches = ".+")
  void memory() throws Exception {
    List<Step> steps = steps(System.getProperty("simmim.memory"));
    double[] process = values(steps, Step::residentMb);
    double[] heap = values(steps, Step::heapMb);
    double[] alive = overSpan(heap, SPAN, false);
    XYSeriesCollection lines = new XYSeriesCollection();
    lines.addSeries(series("process", process, 0));
    lines.addSeries(series("Java heap with garbage", heap, 0));
    lines.addSeries(series("Java heap after collections", alive, SPAN));
    JFreeChart chart =
        chart("Memory of a training of " + steps.size() + " steps", "MiB", NONE, lines);
    axis(chart).setLowerBound(0);
    save(chart, "memory.png");
    say("process", process);
    say("heap after collections", alive);
  }

  private static void say(String what, double[] values) {
    double early = overSpan(values, SPAN, true)[WARM + SPAN];
    double late = overSpan(values, SPAN, true)[values.length - 1];
    System.out.printf(
        "%s: %.1f MiB on average in steps %d to %d, %.1f in the last %d: %+.2f %%%n",
        what, early, WARM, WARM + SPAN, late, SPAN, 100 * (late / early - 1));
  }

  @Test
  @EnabledIfSystemProperty(named = "simmim.precision", matches = ".+,.+,.+")
  void precision() throws Exception {
    String[] runs = System.getProperty("simmim.precision").split(",", -1);
    List<String> names = List.of("fp32", "bf16, same seed", "fp32, another seed");
    XYSeriesCollection lines = new XYSeriesCollection();
    double[][] losses = new double[names.size()][];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = overSpan(values(steps(runs[i]), Step::loss), SMOOTH, true);
      lines.addSeries(series(names.get(i), losses[i], SMOOTH));
    }
    JFreeChart chart =
        chart("Loss of " + losses[0].length + " steps, mean of " + SMOOTH, "L1 loss", 1, lines);
    axis(chart).setAutoRangeIncludesZero(false);
    save(chart, "precision.png");
    for (int i = 1; i < losses.length; i++) {
      double[] apart = new double[losses[0].length];
      for (int k = SMOOTH; k < apart.length; k++) {
        apart[k] = Math.abs(losses[0][k] - losses[i][k]);
      }
      System.out.printf(
          "%s: from fp32 at most %.4f, on average %.4f%n",
          names.get(i),
          IntStream.range(SMOOTH, apart.length).mapToDouble(k -> apart[k]).max().orElseThrow(),
          IntStream.range(SMOOTH, apart.length).mapToDouble(k -> apart[k]).average().orElseThrow());
    }
  }

  private static List<Step> steps(String run) throws Exception {
    return new EventReader(Path.of(run, "events.jsonl"))
        .poll().stream().filter(Step.class::isInstance).map(Step.class::cast).toList();
  }

  private static double[] values(List<Step> steps, ToDoubleFunction<Step> of) {
    return steps.stream().mapToDouble(of).toArray();
  }

  /** The mean, or the smallest, of each value and those before it. */
  private static double[] overSpan(double[] values, int span, boolean mean) {
    return IntStream.range(0, values.length)
        .mapToDouble(
            i -> {
              var near =
                  IntStream.rangeClosed(Math.max(0, i - span + 1), i).mapToDouble(k -> values[k]);
              return mean ? near.average().orElseThrow() : near.min().orElseThrow();
            })
        .toArray();
  }

  private static XYSeries series(String name, double[] values, int from) {
    XYSeries series = new XYSeries(name);
    IntStream.range(from, values.length).forEach(i -> series.add(i + 1, values[i]));
    return series;
  }

  private static JFreeChart chart(String title, String unit, int dashed, XYSeriesCollection lines) {
    JFreeChart chart = ChartFactory.createXYLineChart(title, "step", unit, lines);
    chart.setBackgroundPaint(Color.WHITE);
    chart.getLegend().setFrame(BlockBorder.NONE);
    XYPlot plot = chart.getXYPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(ChartColors.LIGHT.grid());
    plot.setDomainGridlinesVisible(false);
    plot.setOutlineVisible(false);
    plot.getDomainAxis().setUpperMargin(0);
    plot.getDomainAxis().setLowerMargin(0);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (int i = 0; i < lines.getSeriesCount(); i++) {
      renderer.setSeriesPaint(i, COLORS.get(i));
      renderer.setSeriesStroke(i, i == dashed ? DASHES : LINE);
    }
    plot.setRenderer(renderer);
    return chart;
  }

  private static NumberAxis axis(JFreeChart chart) {
    return (NumberAxis) chart.getXYPlot().getRangeAxis();
  }

  private void save(JFreeChart chart, String name) throws Exception {
    Files.createDirectories(folder);
    ChartUtils.saveChartAsPNG(folder.resolve(name).toFile(), chart, WIDTH, HEIGHT);
  }
}
