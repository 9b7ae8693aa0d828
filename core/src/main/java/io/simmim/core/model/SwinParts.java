package io.simmim.core.model;

import java.util.Set;

/** Where the two generations of Swin differ: their blocks and how they merge patches. */
interface SwinParts {

  /** Block of stage {@code stage}. */
  Layer block(ParameterScope p, int stage, WindowGrid grid, Dropout dropout);

  /** The end of stage {@code stage}: a quarter of the tokens, twice the channels. */
  Layer merging(ParameterScope p, int stage);

  Set<String> noWeightDecayKeywords();
}
