package io.simmim.workbench.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/**
 * The colours of a chart; those of the theme in force.
 *
 * @param panel background of a chart on a panel
 * @param second colour of a second line
 * @param many colours that tell many lines apart, also for eyes that see few colours
 */
public record ChartColors(
    Color background,
    Color panel,
    Color grid,
    Color text,
    Color line,
    Color second,
    Color faintLine,
    List<Color> many) {

  private static final int FAINT = 70;

  public static final ChartColors LIGHT =
      new ChartColors(
          new Color(0xffffff),
          new Color(0xf6f8fa),
          new Color(0xe7ebef),
          new Color(0x57606a),
          new Color(0x0969da),
          new Color(0xbc4c00),
          new Color(9, 105, 218, 70),
          colors(
              0x0969da, 0xcf222e, 0x1a7f37, 0x8250df, 0xbc4c00, 0x1b7c83, 0xbf3989, 0x7d4e00,
              0x57606a, 0x6639ba));

  public static final ChartColors DARK =
      new ChartColors(
          new Color(0x0d1117),
          new Color(0x161b22),
          new Color(0x21262d),
          new Color(0x8b949e),
          new Color(0x58a6ff),
          new Color(0xf0883e),
          new Color(56, 139, 253, 95),
          colors(
              0x58a6ff, 0xff7b72, 0x3fb950, 0xd2a8ff, 0xf0883e, 0x39c5cf, 0xf778ba, 0xd29922,
              0x8b949e, 0xa371f7));

  /** The same on the background of a panel. */
  public ChartColors onPanel() {
    return new ChartColors(panel, panel, grid, text, line, second, faintLine, many);
  }

  public ChartColors {
    many = List.copyOf(many);
  }

  /**
   * The same for so many lines: with more than there are colours to tell apart they go from dark
   * blue over red to yellow, so that lines that follow each other look alike.
   */
  public ChartColors forLines(int lines) {
    List<Color> enough = lines <= many.size() ? many : LineRamp.of(lines, this);
    return new ChartColors(background, panel, grid, text, line, second, faintLine, enough);
  }

  /** The colour of one of many lines; they begin again after the last. */
  public Color many(int slot) {
    return many.get(slot % many.size());
  }

  /** How often the colours were used up before this slot. */
  int round(int slot) {
    return Math.max(0, slot) / many.size();
  }

  /** The colour of a line. */
  Color of(Curve curve) {
    if (curve.slot() >= 0) {
      Color color = many(curve.slot());
      return curve.tone() == Curve.Tone.FAINT
          ? new Color(color.getRed(), color.getGreen(), color.getBlue(), FAINT)
          : color;
    }
    return switch (curve.tone()) {
      case STRONG -> line;
      case SECOND -> second;
      case FAINT -> faintLine;
    };
  }

  private static List<Color> colors(int... rgb) {
    return Arrays.stream(rgb).mapToObj(Color::new).toList();
  }
}
