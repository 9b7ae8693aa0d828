package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.workbench.fx.InWords;
import java.util.Locale;

/**
 * The size of the network that is trained.
 *
 * @param parameters trainable scalars
 * @param bytes of weights, gradients and what the optimizer remembers: memory that no batch size
 *     makes smaller
 */
public record ModelSize(long parameters, long bytes) {

  private static final double MIB = 1 << 20;

  static ModelSize of(ExperimentConfig config, long parameters) {
    boolean twoMoments = config.train().optimizer().name().equals("adamw");
    return new ModelSize(parameters, (twoMoments ? 4L : 3L) * Float.BYTES * parameters);
  }

  Plan.Row row() {
    return new Plan.Row(
        "parameters",
        "Parameters",
        inWords(),
        "Weights, gradients and the optimizer take %s; activations come on top of that"
            .formatted(InWords.memory(bytes / MIB)));
  }

  private String inWords() {
    return parameters < 1_000_000
        ? InWords.count(parameters)
        : String.format(Locale.ROOT, "%.1f M", parameters / 1e6);
  }
}
