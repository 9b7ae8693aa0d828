package io.simmim.workbench.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SeriesBuilderTest {

  @Test
  void viewsStayAsTheyWereWhileTheSeriesGrows() {
    SeriesBuilder builder = filled(300);
    Series early = builder.view();
    for (int i = 300; i < 1000; i++) {
      builder.add(i, i);
    }
    assertEquals(300, early.size());
    assertEquals(299, early.lastY());
    assertEquals(1000, builder.view().size());
  }

  @Test
  void aResumedRunReplacesTheTailButNotEarlierViews() {
    SeriesBuilder builder = filled(100);
    Series before = builder.view();
    builder.add(60, -1);
    builder.add(61, -2);
    assertEquals(62, builder.view().size());
    assertEquals(-1, builder.view().y(60));
    assertEquals(100, before.size());
    assertEquals(60, before.y(60));
    assertEquals(61, before.y(61));
  }

  @Test
  void nearestFindsTheCloserNeighbour() {
    Series series = Series.of(new double[] {0, 10, 11}, new double[] {1, 2, 3});
    assertEquals(0, series.nearest(-5));
    assertEquals(0, series.nearest(4.9));
    assertEquals(1, series.nearest(5.1));
    assertEquals(2, series.nearest(99));
    assertEquals(-1, Series.EMPTY.nearest(1));
  }

  private static SeriesBuilder filled(int size) {
    SeriesBuilder builder = new SeriesBuilder();
    for (int i = 0; i < size; i++) {
      builder.add(i, i);
    }
    return builder;
  }
}
