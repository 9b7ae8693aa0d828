package io.simmim.core.optim;

import java.util.List;

/**
 * Parameters that share their hyper-parameters.
 *
 * @param names full parameter names, in {@code named_parameters()} order
 * @param weightDecay decoupled weight decay
 * @param lrScale factor on the scheduled base learning rate; 1 but for layer decay
 */
public record ParameterGroup(List<String> names, double weightDecay, double lrScale) {

  public ParameterGroup {
    names = List.copyOf(names);
  }
}
