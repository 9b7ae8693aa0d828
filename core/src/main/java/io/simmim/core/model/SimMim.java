package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.TorchScriptOps;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * SimMIM (CVPR 2022, section 3): an encoder sees the image with hidden patches, a one-layer head
 * predicts raw pixels, and only hidden pixels count in the loss.
 */
public final class SimMim implements Network {

  private static final String ENCODER = "encoder.";

  private final ParameterMap parameters;
  private final Encoder encoder;
  private final PixelTarget target;
  private final int inChans;
  private final TorchScriptOps script;
  private final NDArray decoderWeight; // [stride^2 * C, numFeatures, 1, 1]
  private final NDArray decoderBias; // [stride^2 * C]
  private final NDArray epsilon; // []
  private final NDArray channels; // []

  /**
   * What one forward pass gives.
   *
   * @param reconstruction pictures [B, C, H, W], in the target's space
   * @param loss mean absolute error of hidden pixels, []
   */
  public record Output(NDArray reconstruction, NDArray loss) {}

  SimMim(
      ParameterScope p, ParameterMap parameters, Encoder encoder, PixelTarget target, int inChans) {
    this.parameters = parameters;
    this.encoder = encoder;
    this.target = target;
    this.inChans = inChans;
    this.script = p.script();
    int features = encoder.numFeatures();
    long pixels = (long) encoder.decoderStride() * encoder.decoderStride() * inChans;
    Initializer init = Initializer.kaimingUniform(features);
    decoderWeight = p.child("decoder.0").parameter("weight", init, pixels, features, 1, 1);
    decoderBias = p.child("decoder.0").parameter("bias", init, pixels);
    epsilon = p.constant(1e-5);
    channels = p.constant(inChans);
  }

  /**
   * Predicts all pixels and measures the hidden ones.
   *
   * @param x normalised images [B, C, H, W]
   * @param mask [B, H/patch, W/patch] float32, 1 = hidden
   */
  public Output forward(NDArray x, NDArray mask, Pass pass) {
    return output(encoder.tokens(x, mask, pass), x, mask);
  }

  /** The second half of {@link #forward}: from the encoder's last tokens on. */
  public Output output(NDArray tokens, NDArray x, NDArray mask) {
    NDArray z = encoder.featureMap(tokens); // [B, numFeatures, h, w]
    NDArray pixels = script.float32(Ops.patchConv2d(z, decoderWeight, decoderBias, 1));
    NDArray reconstruction = Ops.pixelShuffle(pixels, encoder.decoderStride()); // [B, C, H, W]
    return new Output(reconstruction, loss(target.of(x), reconstruction, mask));
  }

  // (|target - x_rec| * mask).sum() / (mask.sum() + 1e-5) / C, mask with one channel
  private NDArray loss(NDArray wanted, NDArray reconstruction, NDArray mask) {
    int patch = encoder.patchSize();
    NDArray hidden = mask.repeat(1, patch).repeat(2, patch).expandDims(1); // [B, 1, H, W]
    NDArray error = wanted.sub(reconstruction).abs().mul(hidden).sum();
    return error.div(hidden.sum().add(epsilon)).div(channels);
  }

  @Override
  public Encoder encoder() {
    return encoder;
  }

  /** Channels of an image. */
  public int inChans() {
    return inChans;
  }

  /** What the pixels of the reconstruction mean. */
  public PixelTarget target() {
    return target;
  }

  @Override
  public ParameterMap parameters() {
    return parameters;
  }

  @Override
  public Set<String> noWeightDecay() {
    return encoder.noWeightDecay().stream().map(n -> ENCODER + n).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    parameters.close();
  }
}
