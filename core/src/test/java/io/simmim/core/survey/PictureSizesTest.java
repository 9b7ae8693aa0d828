package io.simmim.core.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PictureSizesTest {

  private static PictureSizes sizes(Map<PictureSize, Integer> counts) {
    return new PictureSizes(new TreeMap<>(counts));
  }

  private static PictureSize size(int width, int height) {
    return new PictureSize(width, height);
  }

  @Test
  void theMedianCountsEveryPicture() {
    PictureSizes sizes =
        sizes(Map.of(size(100, 10), 1, size(30, 40), 3, size(500, 400), 2, size(20, 20), 1));
    assertEquals(7, sizes.pictures());
    assertEquals(Optional.of(size(20, 20)), sizes.smallest());
    assertEquals(Optional.of(size(30, 40)), sizes.median());
    assertEquals(Optional.of(size(500, 400)), sizes.largest());
    assertEquals((1000 + 3 * 1200 + 2 * 200_000 + 400) / 7.0 / 1e6, sizes.meanMegapixels(), 1e-12);
    assertEquals(5, sizes.smallerThan(32));
    assertEquals(Optional.empty(), sizes(Map.of()).median());
  }

  @Test
  void everyPictureLiesInTheBucketOfItsSides() {
    SizeGrid grid =
        SizeGrid.of(sizes(Map.of(size(500, 375), 4, size(375, 500), 2, size(511, 300), 1)));
    assertEquals(List.of(256, 384, 512), grid.widths());
    assertEquals(List.of(256, 384, 512), grid.heights());
    assertEquals(List.of(List.of(0, 5), List.of(2, 0)), grid.counts());
    assertEquals(5, grid.highest());
  }

  @Test
  void aSideOnAnEdgeBelongsToTheBucketAboveIt() {
    SizeGrid grid = SizeGrid.of(sizes(Map.of(size(32, 32), 9)));
    assertEquals(List.of(32, 48), grid.widths());
    assertEquals(List.of(List.of(9)), grid.counts());
  }

  @Test
  void aWideRangeGetsPowersOfTwoOnly() {
    SizeGrid grid = SizeGrid.of(sizes(Map.of(size(1, 40), 1, size(5000, 40), 1)));
    assertEquals(List.of(1, 2, 4), grid.widths().subList(0, 3));
    assertEquals(8192, grid.widths().get(grid.widths().size() - 1));
    assertEquals(List.of(), SizeGrid.of(sizes(Map.of())).counts());
  }
}
