package io.simmim.workbench.masks;

import io.simmim.core.mask.AvgDist;
import io.simmim.core.mask.PatchMask;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What can be counted and measured of a mask.
 *
 * @param hidden patches
 * @param patches in all
 * @param side of these patches in pixels: mask patches, or those of the model where a mask patch is
 *     hidden only in part
 * @param ratio the share that is really hidden
 * @param avgDist in pixels; empty where nothing is hidden or nothing visible
 */
public record MaskNumbers(int hidden, int patches, int side, double ratio, OptionalDouble avgDist) {

  /** The distances that the paper found good, in pixels (section 4.2). */
  public static final double GOOD_FROM = 10;

  public static final double GOOD_TO = 20;

  static MaskNumbers of(PatchMask mask, Geometry geometry, int maskPatchSize) {
    int factor = maskPatchSize / geometry.patchSize();
    Optional<PatchMask> coarse = mask.coarsened(factor);
    PatchMask counted = coarse.orElse(mask);
    return new MaskNumbers(
        counted.hiddenCount(),
        counted.height() * counted.width(),
        coarse.isPresent() ? maskPatchSize : geometry.patchSize(),
        mask.ratio(),
        AvgDist.of(mask, geometry.patchSize()));
  }

  /** What AvgDist means, in words; empty when there is none. */
  public String verdict() {
    if (avgDist.isEmpty()) {
      return "";
    }
    double pixels = avgDist.getAsDouble();
    if (pixels < GOOD_FROM) {
      return "too easy: under 10 px";
    }
    return pixels > GOOD_TO ? "too hard: over 20 px" : "good: 10 to 20 px";
  }

  /** Whether AvgDist is in the range that the paper found good. */
  public boolean isGood() {
    return avgDist.isPresent()
        && avgDist.getAsDouble() >= GOOD_FROM
        && avgDist.getAsDouble() <= GOOD_TO;
  }
}
