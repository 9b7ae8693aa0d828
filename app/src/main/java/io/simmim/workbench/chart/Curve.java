package io.simmim.workbench.chart;

/**
 * A named line of a chart.
 *
 * @param dots whether its points are marked, as long as they are few
 */
public record Curve(String name, Series series, Tone tone, boolean dots) {

  /** How a line stands out from the others. */
  public enum Tone {
    STRONG,
    /** A second line beside the strong one. */
    SECOND,
    /** The raw signal behind its smoothed twin. */
    FAINT
  }

  public static Curve strong(String name, Series series) {
    return new Curve(name, series, Tone.STRONG, false);
  }

  public static Curve faint(String name, Series series) {
    return new Curve(name, series, Tone.FAINT, false);
  }

  /** A line through marked points. */
  public static Curve points(String name, Series series, Tone tone) {
    return new Curve(name, series, tone, true);
  }

  Curve thinned(Series points) {
    return new Curve(name, points, tone, dots);
  }
}
