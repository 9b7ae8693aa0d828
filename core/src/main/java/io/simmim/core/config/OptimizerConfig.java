package io.simmim.core.config;

import java.util.List;

/**
 * Keys under {@code TRAIN.OPTIMIZER}.
 *
 * @param name {@code adamw} or {@code sgd}
 * @param eps AdamW's term beside the square root
 * @param betas AdamW's two decay rates
 * @param momentum of {@code sgd}
 */
public record OptimizerConfig(String name, double eps, List<Double> betas, double momentum) {

  public OptimizerConfig {
    betas = List.copyOf(betas);
  }
}
