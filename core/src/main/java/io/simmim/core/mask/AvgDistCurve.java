package io.simmim.core.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Mean AvgDist of random masks over the mask ratio, for one size of mask patches (paper, section
 * 4.2).
 *
 * @param maskPatchSize side of a mask patch in pixels
 * @param points by ascending ratio; ratios at which nothing stays visible are left out
 */
public record AvgDistCurve(int maskPatchSize, List<Point> points) {

  private static final int RATIO_STEPS = 20;

  /**
   * A point of the curve.
   *
   * @param ratio share of mask patches asked to be hidden
   * @param pixels mean AvgDist
   */
  public record Point(double ratio, double pixels) {}

  public AvgDistCurve {
    points = List.copyOf(points);
  }

  /**
   * Measures masks at the ratios 0.05, 0.10, ... 0.95.
   *
   * @param inputSize image side in pixels
   * @param modelPatchSize side of a model patch in pixels
   * @param masks how many to average at each ratio; their seeds are 0, 1, ...
   */
  public static AvgDistCurve measure(
      int inputSize, int maskPatchSize, int modelPatchSize, int masks) {
    List<Point> points = new ArrayList<>();
    for (int i = 1; i < RATIO_STEPS; i++) {
      double ratio = (double) i / RATIO_STEPS;
      var generator = new MaskGenerator(inputSize, maskPatchSize, modelPatchSize, ratio);
      mean(generator, masks).ifPresent(pixels -> points.add(new Point(ratio, pixels)));
    }
    return new AvgDistCurve(maskPatchSize, points);
  }

  private static OptionalDouble mean(MaskGenerator generator, int masks) {
    double sum = 0;
    int measured = 0;
    for (int seed = 0; seed < masks; seed++) {
      PatchMask mask = generator.generate(new SplittableRandom(seed));
      OptionalDouble distance = AvgDist.of(mask, generator.modelPatchSize());
      if (distance.isPresent()) {
        sum += distance.getAsDouble();
        measured++;
      }
    }
    return measured == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / measured);
  }
}
