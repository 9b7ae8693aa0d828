package io.simmim.workbench.chart;

import java.awt.Color;

/**
 * The colours of a chart; those of the theme in force.
 *
 * @param panel background of a chart on a panel
 * @param second colour of a second line
 */
public record ChartColors(
    Color background,
    Color panel,
    Color grid,
    Color text,
    Color line,
    Color second,
    Color faintLine) {

  public static final ChartColors LIGHT =
      new ChartColors(
          new Color(0xffffff),
          new Color(0xf6f8fa),
          new Color(0xe7ebef),
          new Color(0x57606a),
          new Color(0x0969da),
          new Color(0xbc4c00),
          new Color(9, 105, 218, 70));

  public static final ChartColors DARK =
      new ChartColors(
          new Color(0x0d1117),
          new Color(0x161b22),
          new Color(0x21262d),
          new Color(0x8b949e),
          new Color(0x58a6ff),
          new Color(0xf0883e),
          new Color(56, 139, 253, 95));

  /** The same on the background of a panel. */
  public ChartColors onPanel() {
    return new ChartColors(panel, panel, grid, text, line, second, faintLine);
  }

  /** The colour of a line. */
  Color of(Curve.Tone tone) {
    return switch (tone) {
      case STRONG -> line;
      case SECOND -> second;
      case FAINT -> faintLine;
    };
  }
}
