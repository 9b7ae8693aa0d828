package io.simmim.workbench.chart;

import io.simmim.core.portrait.Histogram;
import org.jfree.data.xy.AbstractIntervalXYDataset;

/** A histogram as JFreeChart wants it; empty bins have no bar. */
final class BinDataset extends AbstractIntervalXYDataset {

  private static final long serialVersionUID = 1L;

  private final transient Histogram histogram;

  BinDataset(Histogram histogram) {
    this.histogram = histogram;
  }

  @Override
  public int getSeriesCount() {
    return 1;
  }

  @Override
  public Comparable<?> getSeriesKey(int series) {
    return "values";
  }

  @Override
  public int getItemCount(int series) {
    return histogram.bins();
  }

  @Override
  public Number getStartX(int series, int bin) {
    return histogram.edges().get(bin);
  }

  @Override
  public Number getEndX(int series, int bin) {
    return histogram.edges().get(bin + 1);
  }

  @Override
  public Number getX(int series, int bin) {
    return (histogram.edges().get(bin) + histogram.edges().get(bin + 1)) / 2;
  }

  @Override
  public Number getY(int series, int bin) {
    long count = histogram.counts().get(bin);
    return count == 0 ? Double.NaN : (double) count;
  }

  @Override
  public Number getStartY(int series, int bin) {
    return getY(series, bin);
  }

  @Override
  public Number getEndY(int series, int bin) {
    return getY(series, bin);
  }
}
