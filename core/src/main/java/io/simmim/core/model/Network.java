package io.simmim.core.model;

import java.util.Set;

/** An encoder with something on top, and all tensors of both. */
public sealed interface Network extends AutoCloseable permits SimMim, Classifier {

  Encoder encoder();

  ParameterMap parameters();

  /** Full parameter names that weight decay leaves alone whatever their shape. */
  Set<String> noWeightDecay();

  @Override
  void close();
}
