package io.simmim.workbench.chart;

/**
 * A named line of a chart.
 *
 * @param dots whether its points are marked, as long as they are few
 * @param slot number of its colour among those that tell many lines apart; {@link #OWN} for the
 *     colour of its tone
 */
public record Curve(String name, Series series, Tone tone, boolean dots, int slot) {

  /** The slot of a line that has the colour of its tone. */
  public static final int OWN = -1;

  /** How a line stands out from the others. */
  public enum Tone {
    STRONG,
    /** A second line beside the strong one. */
    SECOND,
    /** The raw signal behind its smoothed twin. */
    FAINT
  }

  public static Curve strong(String name, Series series) {
    return new Curve(name, series, Tone.STRONG, false, OWN);
  }

  public static Curve faint(String name, Series series) {
    return new Curve(name, series, Tone.FAINT, false, OWN);
  }

  /** A line through marked points. */
  public static Curve points(String name, Series series, Tone tone) {
    return new Curve(name, series, tone, true, OWN);
  }

  /** The same in one of the colours that tell many lines apart. */
  public Curve inSlot(int number) {
    return new Curve(name, series, tone, dots, number);
  }

  Curve thinned(Series points) {
    return new Curve(name, points, tone, dots, slot);
  }
}
