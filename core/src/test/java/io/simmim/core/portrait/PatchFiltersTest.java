package io.simmim.core.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.simmim.core.image.RgbImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchFiltersTest {

  private static final int FILTERS = 7;
  private static final int SIDE = 5;

  /** Filter d, channel c, row i, column j has the value 1000 d + 100 c + 10 i + j. */
  private static double place(int at, int channels) {
    int area = SIDE * SIDE;
    int row = at % area / SIDE;
    return 1000 * (at / (channels * area)) + 100 * (at / area % channels) + 10 * row + at % SIDE;
  }

  @Test
  void eachWeightIsFoundByFilterChannelRowAndColumn() {
    PatchFilters filters =
        PatchFilters.of(Fixture.tensor(at -> place(at, 3), FILTERS, 3, SIDE, SIDE));
    assertEquals(6243, filters.value(6, 2, 4, 3));
    assertEquals(1012, filters.value(1, 0, 1, 2));
    RgbImage picture = filters.picture(0, 1000);
    assertEquals(Math.round(127.5 + 0.1275 * 212), picture.sample(1, 2, 2));
    assertEquals(255, filters.picture(3, 1000).sample(0, 0, 0), "beyond the scale is full colour");
  }

  @Test
  void zeroIsMiddleGreyAndMinusTheScaleIsDark() {
    PatchFilters filters =
        PatchFilters.of(Fixture.tensor(at -> at % 3 == 0 ? -0.5 : 0, 2, 3, SIDE, SIDE));
    assertEquals(0, filters.picture(0, 0.5).sample(0, 0, 0));
    assertEquals(128, filters.picture(0, 0.5).sample(0, 1, 0));
    assertEquals(128, filters.picture(0, 0).sample(0, 0, 0), "without a scale all is zero");
  }

  @Test
  void oneOutlierDoesNotSetTheCommonScale() {
    int outlier = 3 * SIDE * SIDE;
    PatchFilters filters =
        PatchFilters.of(Fixture.tensor(at -> at == outlier ? 50 : 0.1, FILTERS, 3, SIDE, SIDE));
    assertEquals(0.1, filters.scale(), 1e-7);
    assertEquals(50, filters.scale(1));
    assertEquals(0.1, filters.scale(0), 1e-7);
  }

  @Test
  void theStrongestComeFirstWhenAsked() {
    int size = 3 * SIDE * SIDE;
    double[] strength = {2, 5, -7, 0, 1, 6, 3};
    PatchFilters filters =
        PatchFilters.of(Fixture.tensor(at -> strength[at / size], FILTERS, 3, SIDE, SIDE));
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), filters.ordered(PatchFilters.Order.STORED));
    assertEquals(List.of(2, 5, 1, 6, 0, 4, 3), filters.ordered(PatchFilters.Order.NORM));
    assertEquals(7 * Math.sqrt(size), filters.norm(2), 1e-9);
  }

  @Test
  void otherNumbersOfChannelsBecomeOneGrid() {
    PatchFilters five = PatchFilters.of(Fixture.tensor(at -> place(at, 5), FILTERS, 5, SIDE, SIDE));
    assertFalse(five.isColored());
    assertEquals(2000 + 200 + 34, five.grid(2).value(3, 4), "the mean over five channels");
    PatchFilters one = PatchFilters.of(Fixture.tensor(at -> place(at, 1), FILTERS, 1, SIDE, SIDE));
    assertEquals(5021, one.grid(5).value(2, 1));
  }
}
