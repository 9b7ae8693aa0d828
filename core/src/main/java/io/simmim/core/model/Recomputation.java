package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Activation checkpointing (TRAIN.USE_CHECKPOINT): the forward pass keeps only the tokens between
 * layers, and the backward pass computes each layer a second time. Memory falls to about one
 * layer's activations, a step takes about one forward pass longer, and the gradients stay the same,
 * because {@link Pass#beforeLayer} restarts the random numbers before each run of a layer.
 */
public final class Recomputation {

  private final Encoder encoder;
  private final Pass pass;
  private final Forward forward;
  private final UnaryOperator<NDArray> scale;
  private final Gradients gradients;

  /** Runs a forward computation in the wanted precision. */
  @FunctionalInterface
  public interface Forward {
    NDArray of(Supplier<NDArray> computation);
  }

  /**
   * @param scale is applied to a loss before the backward pass
   * @param gradients of the encoder and of what follows it, to which those of a loss are added
   */
  public Recomputation(
      Encoder encoder,
      Pass pass,
      Forward forward,
      UnaryOperator<NDArray> scale,
      Gradients gradients) {
    this.encoder = encoder;
    this.pass = pass;
    this.forward = forward;
    this.scale = scale;
    this.gradients = gradients;
  }

  /**
   * Adds the gradients of a loss.
   *
   * @param x normalised images [B, C, H, W]
   * @param mask [B, h, w] float32 or null
   * @param loss from tokens after the last layer to a scalar, []
   * @return its value
   */
  public NDArray lossAndGradients(NDArray x, NDArray mask, UnaryOperator<NDArray> loss) {
    List<NDArray> inputs = new ArrayList<>();
    NDArray tokens = withoutGraph(() -> keepInputs(x, mask, inputs));
    NDArray bias = encoder.sharedBias();
    SharedBias shared = SharedBias.of(bias);
    NDArray last = Ops.leaf(tokens);
    NDArray value = forward.of(() -> loss.apply(last));
    NDArray flow = gradients.backwardTo(last, scale.apply(value));
    NDArray gradient = throughLayers(inputs, shared, flow);
    pass.beforeLayer().accept(0);
    NDArray embedded = forward.of(() -> encoder.embed(x, mask, pass.training()));
    gradients.backward(embedded, gradient, List.of());
    shared.backward(gradients);
    return value;
  }

  // The tokens after the last layer; those before each layer go to {@code inputs}.
  private NDArray keepInputs(NDArray x, NDArray mask, List<NDArray> inputs) {
    pass.beforeLayer().accept(0);
    NDArray tokens = forward.of(() -> encoder.embed(x, mask, pass.training()));
    NDArray bias = encoder.sharedBias();
    for (Layer layer : encoder.layers()) {
      inputs.add(tokens);
      pass.beforeLayer().accept(inputs.size());
      NDArray input = tokens;
      tokens = forward.of(() -> layer.forward(input, bias, pass.training()));
    }
    return tokens;
  }

  private NDArray throughLayers(List<NDArray> inputs, SharedBias bias, NDArray gradient) {
    NDArray flowing = gradient;
    for (int i = inputs.size() - 1; i >= 0; i--) {
      Layer layer = encoder.layers().get(i);
      NDArray input = inputs.get(i);
      NDArray after = flowing;
      int index = i + 1;
      flowing = Scope.of(() -> throughLayer(layer, index, Ops.leaf(input), bias, after));
      input.close();
      after.close();
    }
    return flowing;
  }

  private NDArray throughLayer(
      Layer layer, int index, NDArray input, SharedBias bias, NDArray gradient) {
    pass.beforeLayer().accept(index);
    NDArray output = forward.of(() -> layer.forward(input, bias.leaf(), pass.training()));
    List<NDArray> leaves = bias.isThere() ? List.of(input, bias.leaf()) : List.of(input);
    List<NDArray> found = gradients.backward(output, gradient, leaves);
    if (bias.isThere()) {
      bias.add(found.get(1));
    }
    return found.get(0);
  }

  private static NDArray withoutGraph(Supplier<NDArray> body) {
    try (GradMode off = GradMode.off()) {
      return body.get();
    }
  }
}
