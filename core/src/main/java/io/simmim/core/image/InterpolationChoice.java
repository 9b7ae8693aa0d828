package io.simmim.core.image;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * DATA.INTERPOLATION in training: one filter, or one of two at random for each operation.
 *
 * @param filters to choose from with equal probability
 */
record InterpolationChoice(List<Interpolation> filters) {

  InterpolationChoice {
    filters = List.copyOf(filters);
  }

  /** The choice with the official name {@code bicubic}, {@code bilinear} or {@code random}. */
  static InterpolationChoice of(String name) {
    return new InterpolationChoice(
        switch (name) {
          case "bicubic" -> List.of(Interpolation.BICUBIC);
          case "bilinear" -> List.of(Interpolation.BILINEAR);
          case "random" -> List.of(Interpolation.BILINEAR, Interpolation.BICUBIC);
          default ->
              throw new IllegalArgumentException(
                  "expected bicubic, bilinear or random, got " + name);
        });
  }

  Interpolation draw(RandomGenerator rng) {
    return filters.size() == 1 ? filters.get(0) : filters.get(rng.nextInt(filters.size()));
  }
}
