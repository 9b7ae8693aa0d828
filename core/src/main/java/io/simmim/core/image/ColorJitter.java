package io.simmim.core.image;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * torchvision's ColorJitter with one strength for brightness, contrast and saturation, which are
 * changed in random order.
 *
 * @param strength factors are drawn from max(0, 1 - strength) to 1 + strength
 */
record ColorJitter(double strength) implements Augmentation {

  private static final List<String> NAMES = List.of("brightness", "contrast", "saturation");
  private static final int CHANGES = 3;

  @Override
  public RgbImage apply(RgbImage image, RandomGenerator rng, Onlooker onlooker) {
    int[] order = new int[CHANGES];
    for (int i = 0; i < CHANGES; i++) {
      int j = rng.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    RgbImage result = image;
    for (int change : order) {
      float factor = factor(rng);
      RgbImage changed = change(result, change, factor);
      onlooker.sees(
          "Colour jitter",
          () -> String.format(Locale.ROOT, "%s × %.2f", NAMES.get(change), factor),
          () -> changed);
      result = changed;
    }
    return result;
  }

  private static RgbImage change(RgbImage image, int change, float factor) {
    return switch (change) {
      case 0 -> Enhancement.brightness(image, factor);
      case 1 -> Enhancement.contrast(image, factor);
      default -> Enhancement.color(image, factor);
    };
  }

  private float factor(RandomGenerator rng) {
    double least = Math.max(0, 1 - strength);
    return (float) (least + (1 + strength - least) * rng.nextDouble());
  }
}
