package io.simmim.core.config;

/**
 * Keys under {@code MODEL}. Only the section that {@link #type} names is used; the others keep
 * their values, as in the official files.
 *
 * @param resume checkpoint to continue from, empty for none
 * @param dropPathRate stochastic depth of the last block; it grows linearly from 0 over the blocks
 */
public record ModelConfig(
    ModelType type,
    String name,
    String resume,
    int numClasses,
    double dropRate,
    double dropPathRate,
    double labelSmoothing,
    SwinConfig swin,
    SwinV2Config swinv2,
    VitConfig vit,
    SimMimConfig simmim) {

  /** Side of one token of the chosen encoder's first layer, in pixels. */
  public int patchSize() {
    return switch (type) {
      case SWIN -> swin.patchSize();
      case SWINV2 -> swinv2.patchSize();
      case VIT -> vit.patchSize();
    };
  }

  /** Pixels along each side that one token after the encoder's last layer stands for. */
  public int totalStride() {
    return switch (type) {
      case SWIN -> swin.totalStride();
      case SWINV2 -> swinv2.totalStride();
      case VIT -> vit.patchSize();
    };
  }

  /** Colour channels of the chosen encoder's input. */
  public int inChans() {
    return switch (type) {
      case SWIN -> swin.inChans();
      case SWINV2 -> swinv2.inChans();
      case VIT -> vit.inChans();
    };
  }
}
