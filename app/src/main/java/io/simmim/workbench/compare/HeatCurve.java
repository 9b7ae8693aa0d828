package io.simmim.workbench.compare;

import io.simmim.workbench.chart.Curve;
import io.simmim.workbench.chart.Series;
import java.util.List;
import java.util.stream.IntStream;

/** A map over one key of numbers, as a curve. */
final class HeatCurve {

  /** Values that span more are drawn by their powers of ten. */
  private static final double WIDE = 100;

  private HeatCurve() {}

  static boolean suits(HeatMap map) {
    return map.y().isEmpty() && map.x().isNumeric();
  }

  /** What its x counts. */
  static String unit(HeatMap map) {
    return isWide(map.x()) ? "log10 of " + map.x().path() : map.x().path();
  }

  static Curve of(HeatMap map) {
    List<String> values = map.x().values();
    int[] places =
        IntStream.range(0, values.size()).filter(i -> map.cell(0, i).hasValue()).toArray();
    boolean wide = isWide(map.x());
    double[] xs =
        IntStream.of(places)
            .mapToDouble(i -> Double.parseDouble(values.get(i)))
            .map(x -> wide ? Math.log10(x) : x)
            .toArray();
    double[] ys = IntStream.of(places).mapToDouble(i -> map.cell(0, i).mean()).toArray();
    return Curve.points(map.number().title(), Series.of(xs, ys), Curve.Tone.STRONG);
  }

  private static boolean isWide(SweptKey key) {
    double first = Double.parseDouble(key.values().get(0));
    double last = Double.parseDouble(key.values().get(key.values().size() - 1));
    return first > 0 && last / first >= WIDE;
  }
}
