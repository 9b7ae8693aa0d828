package io.simmim.workbench.runs;

import io.simmim.workbench.chart.ChartCard;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.chart.Smoothing;
import io.simmim.workbench.fx.InWords;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The charts that every training has, and the slider that smooths them. */
final class TrainingCharts {

  private static final double SMOOTHING = 0.4;

  private final CurveChart loss = new CurveChart("chart-loss", "loss over steps");
  private final CurveChart rate = new CurveChart("chart-lr", "learning rate over steps");
  private final CurveChart norm = new CurveChart("chart-grad", "gradient norm over steps");
  private final CurveChart speed = new CurveChart("chart-speed", "images a second over steps");
  private final ToggleButton logLoss = ChartControls.logToggle("log-loss", loss);
  private final Slider smoothing = new Slider(0, 1, SMOOTHING);
  private final XAxisChoice axis = new XAxisChoice("run-axis");
  private final ChartFiles files;
  private RunSnapshot shown = RunSnapshot.EMPTY;
  private OptionalLong marked = OptionalLong.empty();

  TrainingCharts(ChartFiles files) {
    this.files = files;
    CurveChart.zoomTogether(charts());
    axis.axisProperty().addListener((p, old, now) -> show(shown));
    smoothing.setId("smoothing");
    smoothing.setAccessibleText("smoothing of the curves");
    smoothing.setTooltip(new Tooltip("How much the curves are smoothed"));
    smoothing.setPrefWidth(96);
    smoothing.setMinWidth(40);
    smoothing.valueProperty().addListener((p, old, now) -> show(shown));
    rate.setWords(InWords::rate);
    speed.setWords(InWords::speed);
  }

  /**
   * @param more controls before those of the chart
   */
  ChartCard lossCard(String title, Node... more) {
    HBox controls = new HBox();
    controls.getStyleClass().add("chart-controls");
    controls.getChildren().addAll(more);
    controls.getChildren().addAll(smoothing, axis, logLoss, buttons(loss, title));
    return new ChartCard(title, loss, controls);
  }

  ChartCard rateCard() {
    return new ChartCard("Learning rate", rate, buttons(rate, "Learning rate"));
  }

  ChartCard normCard() {
    return new ChartCard(
        "Gradient norm",
        norm,
        ChartControls.logToggle("log-grad", norm),
        buttons(norm, "Gradient norm"));
  }

  ChartCard speedCard() {
    return new ChartCard("Images/s", speed, buttons(speed, "Images per second"));
  }

  private HBox buttons(CurveChart chart, String title) {
    HBox buttons =
        new HBox(ChartControls.fit(chart, "of the curves"), new ExportMenu(chart, title, files));
    buttons.getStyleClass().add("tight-buttons");
    return buttons;
  }

  void show(RunSnapshot snapshot) {
    shown = snapshot;
    double weight = Smoothing.weightAt(smoothing.getValue());
    XAxis x = axis.axisProperty().get();
    charts().forEach(chart -> chart.setUnit(x.unit(), x.isWhole()));
    TrainingCurves curves = snapshot.curves();
    loss.setCurves(lossCurves(snapshot, weight));
    norm.setCurves(withTrend("norm", x.over(curves.gradientNorm(), snapshot), weight));
    speed.setCurves(withTrend("images/s", x.over(curves.imagesPerSecond(), snapshot), weight));
    rate.setCurves(List.of(Curve.strong("learning rate", x.over(curves.learningRate(), snapshot))));
    showMark();
  }

  /** Marks what was known after a step, or nothing. */
  void mark(OptionalLong step) {
    marked = step;
    showMark();
  }

  private void showMark() {
    XAxis x = axis.axisProperty().get();
    OptionalDouble place =
        marked.isPresent()
            ? OptionalDouble.of(x.placeOf(marked.getAsLong(), shown))
            : OptionalDouble.empty();
    charts().forEach(chart -> chart.mark(place));
  }

  private List<Curve> lossCurves(RunSnapshot snapshot, double weight) {
    XAxis x = axis.axisProperty().get();
    List<Curve> training = withTrend("loss", x.over(snapshot.curves().loss(), snapshot), weight);
    if (snapshot.validations().isEmpty()) {
      return training;
    }
    Series validated = x.over(Accuracy.overSteps(snapshot.validations(), v -> v.loss()), snapshot);
    return List.of(
        training.get(0), training.get(1), Curve.points("validation", validated, Curve.Tone.SECOND));
  }

  private static List<Curve> withTrend(String name, Series series, double weight) {
    return List.of(
        Curve.faint(name, series), Curve.strong("smoothed", Smoothing.exponential(series, weight)));
  }

  /** Forgets zoom and pan: another run is shown. */
  void reset() {
    charts().forEach(CurveChart::showAll);
  }

  void setColors(ChartColors colors) {
    charts().forEach(chart -> chart.setColors(colors));
  }

  void toggleLogScale() {
    logLoss.fire();
  }

  private List<CurveChart> charts() {
    return List.of(loss, rate, norm, speed);
  }
}
