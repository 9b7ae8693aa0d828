package io.simmim.core.optim;

import ai.djl.ndarray.types.Shape;
import java.util.Set;

/**
 * Which parameters weight decay leaves alone: one-dimensional ones, biases, and what the model
 * excludes ({@code optimizer.py}).
 *
 * @param names full names ({@code no_weight_decay()})
 * @param keywords any part of a name ({@code no_weight_decay_keywords()})
 */
record DecayRule(Set<String> names, Set<String> keywords) {

  public DecayRule {
    names = Set.copyOf(names);
    keywords = Set.copyOf(keywords);
  }

  boolean decays(String name, Shape shape) {
    return shape.dimension() != 1
        && !name.endsWith(".bias")
        && !names.contains(name)
        && keywords.stream().noneMatch(name::contains);
  }
}
