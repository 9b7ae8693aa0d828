package io.simmim.core.image;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Random erasing of normalised images (Zhong et al. 2017; timm 0.4.12 {@code
 * data/random_erasing.py}).
 *
 * @param probability that an image is erased at all
 * @param fill of an erased box
 * @param maxBoxes 1 to this many boxes are erased, with equal probability
 */
record RandomErasing(double probability, Fill fill, int maxBoxes) {

  private static final double MIN_AREA = 0.02;
  private static final double MAX_AREA = 1.0 / 3;
  private static final double LOG_ASPECT = Math.log(0.3);
  private static final int TRIES = 10;

  /** AUG.REMODE: what an erased box holds. */
  enum Fill {
    /** Zeros, the mean colour. */
    CONST("the mean colour"),
    /** One normally distributed colour. */
    RAND("one random colour"),
    /** Normally distributed values. */
    PIXEL("noise");

    private final String words;

    Fill(String words) {
      this.words = words;
    }
  }

  /**
   * Erases boxes of an image.
   *
   * @param chw float32 [channels, height, width] from position 0
   * @return the erased boxes
   */
  List<CropBox> apply(FloatBuffer chw, int height, int width, RandomGenerator rng) {
    if (probability <= 0 || rng.nextDouble() > probability) {
      return List.of();
    }
    int planes = chw.limit() / (height * width);
    int boxes = maxBoxes == 1 ? 1 : 1 + rng.nextInt(maxBoxes);
    List<CropBox> erased = new ArrayList<>();
    for (int i = 0; i < boxes; i++) {
      Optional<CropBox> box = box(height, width, boxes, rng);
      for (int plane = 0; plane < planes && box.isPresent(); plane++) {
        erase(chw.slice(plane * height * width, height * width), width, box.get(), rng);
      }
      box.ifPresent(erased::add);
    }
    return List.copyOf(erased);
  }

  /** What {@link #apply} did. */
  String inWords(List<CropBox> erased) {
    if (erased.isEmpty()) {
      return String.format(
          Locale.ROOT, "not this time; %.0f %% of pictures are", 100 * probability);
    }
    CropBox first = erased.get(0);
    String box =
        "%d × %d px at (%d, %d)"
            .formatted(first.width(), first.height(), first.left(), first.top());
    String more = erased.size() == 1 ? "" : " and %d more".formatted(erased.size() - 1);
    return box + more + ", filled with " + fill.words;
  }

  /** One of several boxes in an image; empty when ten did not fit. */
  private static Optional<CropBox> box(int height, int width, int boxes, RandomGenerator rng) {
    for (int i = 0; i < TRIES; i++) {
      double area = uniform(rng, MIN_AREA, MAX_AREA) * height * width / boxes;
      double aspect = Math.exp(uniform(rng, LOG_ASPECT, -LOG_ASPECT));
      int h = (int) Math.rint(Math.sqrt(area * aspect));
      int w = (int) Math.rint(Math.sqrt(area / aspect));
      if (w < width && h < height && w > 0 && h > 0) {
        int top = rng.nextInt(height - h + 1);
        return Optional.of(new CropBox(top, rng.nextInt(width - w + 1), h, w));
      }
    }
    return Optional.empty();
  }

  private static double uniform(RandomGenerator rng, double from, double to) {
    return from + (to - from) * rng.nextDouble();
  }

  private void erase(FloatBuffer plane, int width, CropBox box, RandomGenerator rng) {
    float color = fill == Fill.RAND ? (float) rng.nextGaussian() : 0;
    for (int row = box.top(); row < box.top() + box.height(); row++) {
      int start = row * width + box.left();
      for (int at = start; at < start + box.width(); at++) {
        plane.put(at, fill == Fill.PIXEL ? (float) rng.nextGaussian() : color);
      }
    }
  }
}
