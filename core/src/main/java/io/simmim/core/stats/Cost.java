package io.simmim.core.stats;

/**
 * What a part of a network costs.
 *
 * @param parameters trainable scalars
 * @param macs multiply-adds for one image; whole numbers but for odd MLP ratios
 */
record Cost(long parameters, double macs) {

  static final Cost NONE = new Cost(0, 0);

  /** Parameters that only add, such as position embeddings and tables of biases. */
  static Cost ofParameters(long parameters) {
    return new Cost(parameters, 0);
  }

  /** A linear layer on every token; the bias is not counted as a multiply-add. */
  static Cost linear(long in, long out, boolean bias, long tokens) {
    return new Cost(in * out + (bias ? out : 0), (double) tokens * in * out);
  }

  /** A layer norm, one multiply-add an activation. */
  static Cost layerNorm(long dim, long tokens) {
    return new Cost(2 * dim, (double) tokens * dim);
  }

  /**
   * Two linear layers. The hidden width is cut to a whole number in the model, but not in the
   * official count of multiply-adds.
   */
  static Cost mlp(long dim, double ratio, long tokens) {
    long hidden = (long) (dim * ratio);
    return new Cost(2 * dim * hidden + hidden + dim, 2.0 * tokens * dim * dim * ratio);
  }

  /** Queries times keys and attention times values, among {@code span} tokens each. */
  static Cost attentionProducts(long dim, long tokens, long span) {
    return new Cost(0, 2.0 * tokens * span * dim);
  }

  Cost plus(Cost other) {
    return new Cost(parameters + other.parameters, macs + other.macs);
  }

  Cost times(int count) {
    return new Cost(count * parameters, count * macs);
  }

  static Cost sum(Cost... parts) {
    Cost sum = NONE;
    for (Cost part : parts) {
      sum = sum.plus(part);
    }
    return sum;
  }
}
