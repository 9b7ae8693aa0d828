package io.simmim.workbench.runs;

import io.simmim.workbench.chart.ChartCard;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.chart.Smoothing;
import io.simmim.workbench.fx.InWords;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The charts that every training has, and the slider that smooths them. */
final class TrainingCharts {

  private static final double SMOOTHING = 0.4;
  private static final double DECADES = 2.5;

  private final CurveChart loss = new CurveChart("chart-loss", "loss over steps");
  private final CurveChart rate = new CurveChart("chart-lr", "learning rate over steps");
  private final CurveChart norm = new CurveChart("chart-grad", "gradient norm over steps");
  private final CurveChart speed = new CurveChart("chart-speed", "images a second over steps");
  private final ToggleButton logLoss = ChartControls.logToggle("log-loss", loss);
  private final Slider smoothing = new Slider(0, 1, SMOOTHING);
  private RunSnapshot shown = RunSnapshot.EMPTY;

  TrainingCharts() {
    smoothing.setId("smoothing");
    smoothing.setAccessibleText("smoothing of the curves");
    smoothing.setTooltip(new Tooltip("How much the curves are smoothed"));
    smoothing.setPrefWidth(96);
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
    controls.getChildren().addAll(smoothingSlider(), logLoss, ChartControls.fit(loss, "steps"));
    return new ChartCard(title, loss, controls);
  }

  ChartCard rateCard() {
    return new ChartCard("Learning rate", rate, ChartControls.fit(rate, "steps"));
  }

  ChartCard normCard() {
    return new ChartCard(
        "Gradient norm",
        norm,
        ChartControls.logToggle("log-grad", norm),
        ChartControls.fit(norm, "steps"));
  }

  ChartCard speedCard() {
    return new ChartCard("Images/s", speed, ChartControls.fit(speed, "steps"));
  }

  void show(RunSnapshot snapshot) {
    shown = snapshot;
    // Equal ways on the slider multiply the length of the average by equal factors.
    double weight = 1 - Math.pow(10, -DECADES * smoothing.getValue());
    TrainingCurves curves = snapshot.curves();
    loss.setCurves(lossCurves(snapshot, weight));
    norm.setCurves(withTrend("norm", curves.gradientNorm(), weight));
    speed.setCurves(withTrend("images/s", curves.imagesPerSecond(), weight));
    rate.setCurves(List.of(Curve.strong("learning rate", curves.learningRate())));
  }

  private static List<Curve> lossCurves(RunSnapshot snapshot, double weight) {
    List<Curve> training = withTrend("loss", snapshot.curves().loss(), weight);
    if (snapshot.validations().isEmpty()) {
      return training;
    }
    Series validated = Accuracy.overSteps(snapshot.validations(), v -> v.loss());
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

  private HBox smoothingSlider() {
    Label label = new Label("Smoothing");
    label.getStyleClass().add("muted");
    label.setMinWidth(Label.USE_PREF_SIZE);
    HBox box = new HBox(label, smoothing);
    box.getStyleClass().add("tight-row");
    return box;
  }
}
