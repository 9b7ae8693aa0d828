package io.simmim.core.stats;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was published about a model.
 *
 * @param encoderMillions parameters of the encoder alone, in millions
 * @param classifierMillions parameters with the head of 1000 classes, in millions
 * @param gmacs multiply-adds for one image, in 10^9; the publications call them FLOPs
 * @param top1 accuracy on ImageNet-1K after fine-tuning, in percent
 * @param sources where these numbers stand
 */
public record Published(
    OptionalDouble encoderMillions,
    OptionalDouble classifierMillions,
    OptionalDouble gmacs,
    OptionalDouble top1,
    List<String> sources) {

  public Published {
    sources = List.copyOf(sources);
  }

  /**
   * What is known about an official configuration.
   *
   * @param config folder and file name without ending, joined by a slash; the same file name may
   *     stand in two folders
   */
  public static Optional<Published> about(String config) {
    return PublishedNumbers.shipped().about(config);
  }
}
