package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.TorchScriptOps;
import java.util.Set;

/** An encoder with a linear layer on its pooled tokens: the model of fine-tuning. */
public final class Classifier implements Network {

  /** The parameter [numClasses, numFeatures] that a classifier has and a pre-training lacks. */
  public static final String HEAD_WEIGHT = "head.weight";

  private final ParameterMap parameters;
  private final Encoder encoder;
  private final TorchScriptOps script;
  private final Linear head;
  private final int numClasses;

  Classifier(
      ParameterScope p,
      ParameterMap parameters,
      Encoder encoder,
      int numClasses,
      HeadInitializer init) {
    this.parameters = parameters;
    this.encoder = encoder;
    this.numClasses = numClasses;
    this.script = p.script();
    this.head =
        new Linear(p.child("head"), encoder.numFeatures(), numClasses, true, init.forWeight());
  }

  /** Swin starts its head as every other layer, ViT a thousand times smaller. */
  enum HeadInitializer {
    SWIN(1),
    VIT(1000);

    private final double divisor;

    HeadInitializer(double divisor) {
      this.divisor = divisor;
    }

    Initializer forWeight() {
      return Initializer.truncNormal(0.02).dividedBy(divisor);
    }
  }

  /** Images [B, C, H, W], normalised, to class scores [B, numClasses]. */
  public NDArray forward(NDArray x, Pass pass) {
    return logits(encoder.tokens(x, null, pass));
  }

  /** The second half of {@link #forward}: from the encoder's last tokens on. */
  public NDArray logits(NDArray tokens) {
    return script.float32(head.forward(encoder.pooled(tokens)));
  }

  public int numClasses() {
    return numClasses;
  }

  @Override
  public Encoder encoder() {
    return encoder;
  }

  @Override
  public ParameterMap parameters() {
    return parameters;
  }

  @Override
  public Set<String> noWeightDecay() {
    return encoder.noWeightDecay();
  }

  @Override
  public void close() {
    parameters.close();
  }
}
