package io.simmim.workbench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeatColorsTest {

  private static int red(int color) {
    return color >> 16 & 0xff;
  }

  private static int blue(int color) {
    return color & 0xff;
  }

  private static double lightness(int color) {
    return 0.2126 * red(color) + 0.7152 * (color >> 8 & 0xff) + 0.0722 * blue(color);
  }

  @ParameterizedTest
  @EnumSource(HeatColors.class)
  void belowZeroIsBlueAndAboveIsOrangeAndZeroStandsApartFromBoth(HeatColors colors) {
    for (double size : new double[] {0.25, 0.5, 0.75}) {
      assertTrue(blue(colors.of(-size, -1, 1)) > red(colors.of(-size, -1, 1)) + 30);
      assertTrue(red(colors.of(size, -1, 1)) > blue(colors.of(size, -1, 1)) + 30);
    }
    int zero = colors.of(0, -3, 3);
    assertTrue(Math.abs(red(zero) - blue(zero)) < 16, "neutral");
    assertTrue(Math.abs(lightness(zero) - lightness(colors.of(-3, -3, 3))) > 60);
    assertTrue(Math.abs(lightness(zero) - lightness(colors.of(3, -3, 3))) > 60);
  }

  @Test
  void whatHasNoMiddleGrowsLighter() {
    double last = -1;
    for (int i = 0; i <= 100; i++) {
      double now = lightness(HeatColors.LIGHT.of(2 + i / 100.0, 2, 3));
      assertTrue(now > last, "at " + i + " %");
      last = now;
    }
  }

  @Test
  void valuesBeyondTheRangeGetItsLastColorAndNoNumberItsOwn() {
    HeatColors colors = HeatColors.DARK;
    assertEquals(colors.of(1, -1, 1), colors.of(7, -1, 1));
    assertEquals(colors.of(-1, -1, 1), colors.of(Double.NEGATIVE_INFINITY, -1, 1));
    assertNotEquals(colors.of(0, -1, 1), colors.of(Double.NaN, -1, 1));
    assertEquals(colors.of(0, -1, 1), colors.of(0, 0, 0), "nothing but zeros is drawn as zero");
  }
}
