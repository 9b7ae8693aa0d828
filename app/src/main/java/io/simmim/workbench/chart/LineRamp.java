package io.simmim.workbench.chart;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Colours of many lines in their order: those of the map "plasma" of matplotlib, but for its ends
 * that would not be seen on the background.
 */
final class LineRamp {

  private static final int[] ON_LIGHT = {
    0x0d0887, 0x5c01a6, 0x9c179e, 0xcc4778, 0xe16462, 0xe8912c
  };
  private static final int[] ON_DARK = {0x6a5cff, 0xb052e6, 0xdf5fb0, 0xf2844b, 0xfca636, 0xf0f921};
  private static final int HALF = 128;

  private LineRamp() {}

  static List<Color> of(int lines, ChartColors colors) {
    int[] stops = colors.background().getGreen() > HALF ? ON_LIGHT : ON_DARK;
    return IntStream.range(0, lines)
        .mapToObj(i -> at(stops, (double) i / Math.max(1, lines - 1)))
        .toList();
  }

  private static Color at(int[] stops, double share) {
    double place = share * (stops.length - 1);
    int lower = Math.min((int) place, stops.length - 2);
    Color a = new Color(stops[lower]);
    Color b = new Color(stops[lower + 1]);
    double part = place - lower;
    return new Color(
        between(a.getRed(), b.getRed(), part),
        between(a.getGreen(), b.getGreen(), part),
        between(a.getBlue(), b.getBlue(), part));
  }

  private static int between(int a, int b, double part) {
    return (int) Math.round(a + (b - a) * part);
  }
}
