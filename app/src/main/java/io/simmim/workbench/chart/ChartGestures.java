package io.simmim.workbench.chart;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Wheel, drag, double click and keys of a {@link CurveChart}. */
final class ChartGestures {

  private static final double CLOSER = 0.8;

  private final CurveChart chart;
  private double dragX;

  private ChartGestures(CurveChart chart) {
    this.chart = chart;
  }

  static void install(CurveChart chart, Node surface) {
    ChartGestures gestures = new ChartGestures(chart);
    surface.setOnScroll(gestures::scrolled);
    surface.setOnMousePressed(gestures::pressed);
    surface.setOnMouseDragged(gestures::dragged);
    surface.setOnMouseMoved(event -> chart.pointAt(event.getX()));
    surface.setOnMouseExited(event -> chart.pointAt(Double.NaN));
    chart.setOnKeyPressed(gestures::typed);
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      double factor = event.getDeltaY() > 0 ? CLOSER : 1 / CLOSER;
      chart.zoom(factor, chart.stepAt(event.getX()));
      event.consume();
    }
  }

  private void pressed(MouseEvent event) {
    chart.requestFocus();
    event.consume(); // a scroll pane around the chart would take the focus
    dragX = event.getX();
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      chart.showAll();
    }
  }

  private void dragged(MouseEvent event) {
    chart.pan(chart.stepAt(dragX) - chart.stepAt(event.getX()));
    dragX = event.getX();
    chart.pointAt(event.getX());
  }

  private void typed(KeyEvent event) {
    Window window = chart.window();
    double middle = window.from() + window.width() / 2;
    switch (event.getCode()) {
      case PLUS, ADD, EQUALS -> chart.zoom(CLOSER, middle);
      case MINUS, SUBTRACT -> chart.zoom(1 / CLOSER, middle);
      case LEFT -> chart.pan(-window.width() / 10);
      case RIGHT -> chart.pan(window.width() / 10);
      case DIGIT0, NUMPAD0 -> chart.showAll();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
