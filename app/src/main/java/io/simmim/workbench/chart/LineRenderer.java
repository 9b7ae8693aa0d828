package io.simmim.workbench.chart;

import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Goes over the points a second time only when there are dots to draw. */
final class LineRenderer extends XYLineAndShapeRenderer {

  private static final long serialVersionUID = 1L;

  private boolean dots;

  LineRenderer() {
    super(true, false);
  }

  void setDots(boolean some) {
    dots = some;
  }

  @Override
  public int getPassCount() {
    return dots ? 2 : 1;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
