package io.simmim.workbench.chart;

import java.util.List;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** Curves as JFreeChart reads them, without copying a point. */
final class CurveDataset extends AbstractXYDataset {

  private static final long serialVersionUID = 1L;

  private final transient List<Curve> curves;

  CurveDataset(List<Curve> curves) {
    this.curves = List.copyOf(curves);
  }

  List<Curve> curves() {
    return curves;
  }

  @Override
  public DomainOrder getDomainOrder() {
    return DomainOrder.ASCENDING;
  }

  @Override
  public int getSeriesCount() {
    return curves.size();
  }

  @Override
  public Comparable<?> getSeriesKey(int series) {
    return curves.get(series).name();
  }

  @Override
  public int getItemCount(int series) {
    return curves.get(series).series().size();
  }

  @Override
  public double getXValue(int series, int item) {
    return curves.get(series).series().x(item);
  }

  @Override
  public double getYValue(int series, int item) {
    return curves.get(series).series().y(item);
  }

  @Override
  public Number getX(int series, int item) {
    return getXValue(series, item);
  }

  @Override
  public Number getY(int series, int item) {
    return getYValue(series, item);
  }
}
