package io.simmim.workbench.masks;

import io.simmim.core.mask.AvgDistCurve;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.chart.RatioChart;
import io.simmim.workbench.chart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** AvgDist of random masks over the ratio, one curve a patch size, and where the mask is. */
public final class DistanceCard extends VBox {

  /** Twice the best: beyond it nothing is left to compare. */
  private static final double HIGHEST = 2 * MaskNumbers.GOOD_TO;

  private final MasksViewModel model;
  private final RatioChart chart;

  public DistanceCard(String chartId, MasksViewModel model) {
    this.model = model;
    chart = new RatioChart(chartId, "AvgDist over the mask ratio", "mask ratio", HIGHEST);
    getStyleClass().add("chart-card");
    Label title = new Label("AvgDist of random masks, px");
    title.getStyleClass().add("section-title");
    Region swatch = new Region();
    swatch.getStyleClass().add("good-swatch");
    Label good = new Label("good", swatch);
    good.getStyleClass().add("legend-key");
    good.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, good);
    head.getStyleClass().add("chart-head");
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().addAll(head, chart);
    setMinHeight(120);
    chart.setBand(MaskNumbers.GOOD_FROM, MaskNumbers.GOOD_TO);
    chart.setOnPick(this::pick);
    model.curvesProperty().subscribe(now -> showCurves());
    model.controls().patchSizeProperty().addListener((p, old, now) -> showCurves());
    model.numbersProperty().subscribe(this::showHere);
  }

  public void setColors(ChartColors colors) {
    chart.setColors(colors);
  }

  private void pick(double ratio) {
    if (model.controls().maskingProperty().get() != Masking.PAINTED) {
      model.controls().chooseRatio(ratio);
    }
  }

  private void showCurves() {
    int chosen = model.controls().patchSizeProperty().get();
    List<Curve> curves = new ArrayList<>();
    for (AvgDistCurve curve : model.curvesProperty().get()) {
      String name = curve.maskPatchSize() + " px";
      boolean strong = curve.maskPatchSize() == chosen;
      curves.add(strong ? Curve.strong(name, series(curve)) : Curve.faint(name, series(curve)));
    }
    chart.setCurves(curves);
  }

  private static Series series(AvgDistCurve curve) {
    return Series.of(
        curve.points().stream().mapToDouble(AvgDistCurve.Point::ratio).toArray(),
        curve.points().stream().mapToDouble(AvgDistCurve.Point::pixels).toArray());
  }

  private void showHere(MaskNumbers now) {
    boolean painted = model.controls().maskingProperty().get() == Masking.PAINTED;
    double ratio = painted ? now.ratio() : model.controls().ratioProperty().get();
    chart.setHere(
        now.avgDist().isPresent()
            ? Optional.of(new Point2D(ratio, now.avgDist().getAsDouble()))
            : Optional.empty());
  }
}
