package io.simmim.core.weights;

import java.util.List;

/**
 * What varies among the names of one {@link NameTemplate}.
 *
 * @param numbers of layers and blocks, as the official scheme counts them
 * @param leaf {@code weight} or {@code bias}; empty where the template names the tensor itself
 */
record Slots(List<Integer> numbers, String leaf) {

  Slots {
    numbers = List.copyOf(numbers);
  }
}
