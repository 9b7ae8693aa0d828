package io.simmim.core.optim;

import java.util.List;

/**
 * Parameters that share their hyper-parameters.
 *
 * @param name {@code layer_3_decay} with layer decay, otherwise empty
 * @param names full parameter names, in {@code named_parameters()} order
 * @param weightDecay strength of weight decay
 * @param lrScale factor on the scheduled base learning rate; 1 but for layer decay
 */
public record ParameterGroup(String name, List<String> names, double weightDecay, double lrScale) {

  public ParameterGroup {
    names = List.copyOf(names);
  }

  /** A group without a name, at the full learning rate. */
  static ParameterGroup unnamed(List<String> names, double weightDecay) {
    return new ParameterGroup("", names, weightDecay, 1);
  }
}
