package io.simmim.workbench.runs;

import io.simmim.workbench.chart.ChartCard;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.chart.Series;
import io.simmim.workbench.chart.Smoothing;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.Paced;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Loss over the steps, large; learning rate and gradient norm below it. */
final class RunCharts extends GridPane {

  private static final double SMOOTHING = 0.4;
  private static final double DECADES = 2.5;

  private final CurveChart loss = new CurveChart("chart-loss", "training loss over steps");
  private final CurveChart rate = new CurveChart("chart-lr", "learning rate over steps");
  private final CurveChart norm = new CurveChart("chart-grad", "gradient norm over steps");
  private final Slider smoothing = new Slider(0, 1, SMOOTHING);
  private final Paced drawing = new Paced(Duration.millis(250), this::draw);
  private RunSnapshot shown = RunSnapshot.EMPTY;

  RunCharts() {
    getStyleClass().add("run-charts");
    smoothing.setId("smoothing");
    smoothing.setAccessibleText("smoothing of the loss curve");
    smoothing.setTooltip(new Tooltip("How much the loss curve is smoothed"));
    smoothing.setPrefWidth(96);
    smoothing.valueProperty().addListener((p, old, now) -> smooth());
    Label label = new Label("Smoothing");
    label.getStyleClass().add("muted");
    HBox smooth = new HBox(label, smoothing);
    smooth.getStyleClass().add("tight-row");
    ChartCard lossCard =
        new ChartCard("Training loss", loss, smooth, logToggle("log-loss", loss), fit(loss));
    ChartCard rateCard = new ChartCard("Learning rate", rate, fit(rate));
    ChartCard normCard =
        new ChartCard("Gradient norm", norm, logToggle("log-grad", norm), fit(norm));
    add(lossCard, 0, 0, 2, 1);
    add(rateCard, 0, 1);
    add(normCard, 1, 1);
    getRowConstraints().addAll(share(62), share(38));
    GridPane.setHgrow(rateCard, Priority.ALWAYS);
    GridPane.setHgrow(normCard, Priority.ALWAYS);
    for (VBox card : List.of(rateCard, normCard)) {
      card.setPrefWidth(100);
    }
  }

  /** Shows the curves of a run, at once or after a moment. */
  void show(RunSnapshot snapshot) {
    shown = snapshot;
    drawing.request();
  }

  private void draw() {
    smooth();
    rate.setCurves(List.of(new Curve("learning rate", shown.learningRate(), false)));
  }

  /** Forgets zoom and pan: another run is shown. */
  void reset() {
    List.of(loss, rate, norm).forEach(CurveChart::showAll);
  }

  void setColors(ChartColors colors) {
    List.of(loss, rate, norm).forEach(chart -> chart.setColors(colors));
  }

  void toggleLogScale() {
    ((ToggleButton) lookup("#log-loss")).fire();
  }

  private void smooth() {
    // Equal ways on the slider multiply the length of the average by equal factors.
    double weight = 1 - Math.pow(10, -DECADES * smoothing.getValue());
    loss.setCurves(withTrend("loss", shown.loss(), weight));
    norm.setCurves(withTrend("norm", shown.gradientNorm(), weight));
  }

  private static List<Curve> withTrend(String name, Series series, double weight) {
    return List.of(
        new Curve(name, series, true),
        new Curve("smoothed", Smoothing.exponential(series, weight), false));
  }

  private static ToggleButton logToggle(String id, CurveChart chart) {
    ToggleButton button = new ToggleButton("log");
    button.setId(id);
    button.getStyleClass().addAll("small", "quiet-toggle");
    button.setAccessibleText("logarithmic scale");
    button.setTooltip(new Tooltip("Logarithmic scale"));
    button.setOnAction(event -> chart.setLogScale(button.isSelected()));
    return button;
  }

  private static javafx.scene.control.Button fit(CurveChart chart) {
    var button =
        Icons.button(
            chart.getId() + "-fit",
            Material2OutlinedMZ.ZOOM_OUT_MAP,
            "Show all steps (double click, or 0)",
            chart::showAll);
    button.getStyleClass().add("small");
    return button;
  }

  private static RowConstraints share(double percent) {
    RowConstraints row = new RowConstraints();
    row.setPercentHeight(percent);
    row.setFillHeight(true);
    return row;
  }
}
