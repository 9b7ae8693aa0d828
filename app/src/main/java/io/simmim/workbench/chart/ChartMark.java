package io.simmim.workbench.chart;

import java.awt.geom.Rectangle2D;
import java.util.OptionalDouble;
import javafx.scene.shape.Line;

/** A line at one place of the x axis: what the rest of the page shows belongs there. */
final class ChartMark extends Line {

  private final CurveChart chart;
  private OptionalDouble place = OptionalDouble.empty();

  ChartMark(CurveChart chart) {
    this.chart = chart;
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    getStyleClass().add("chart-mark");
  }

  void at(OptionalDouble newPlace) {
    place = newPlace;
    refresh();
  }

  void refresh() {
    Rectangle2D area = chart.dataArea();
    double x = place.isPresent() ? chart.pixelOf(place.getAsDouble()) : -1;
    setVisible(place.isPresent() && x >= area.getMinX() && x <= area.getMaxX());
    if (isVisible()) {
      setStartX(x);
      setEndX(x);
      setStartY(area.getMinY());
      setEndY(area.getMaxY());
    }
  }
}
