package io.simmim.core.stats;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.ModelConfig;

/**
 * Sizes of the two networks of a configuration: encoder and decoder for pre-training, encoder and
 * head for classification. Multiply-adds are for one image and counted as the official {@code
 * flops()} counts them, which knows no decoder; see {@link SwinCost} and {@link VitCost}.
 *
 * @param encoderParameters trainable scalars of the encoder alone, without mask token and head
 * @param pretrainingParameters with mask token and decoder
 * @param classifierParameters with head
 * @param encoderMacs multiply-adds of the encoder
 * @param classifierMacs with head
 */
public record ModelStats(
    long encoderParameters,
    long pretrainingParameters,
    long classifierParameters,
    double encoderMacs,
    double classifierMacs) {

  /** Counts for a valid configuration; its {@code MODEL.NUM_CLASSES} decides the head. */
  public static ModelStats of(ExperimentConfig config) {
    ModelConfig model = config.model();
    int imgSize = config.data().imgSize();
    return switch (model.type()) {
      case SWIN -> of(model, new SwinCost(model.swin(), imgSize), model.swin().embedDim());
      case SWINV2 -> of(model, new SwinCost(model.swinv2(), imgSize), model.swinv2().embedDim());
      case VIT -> {
        int dim = model.vit().embedDim();
        yield of(model, new VitCost(model.vit(), imgSize).encoder(), dim, dim);
      }
    };
  }

  private static ModelStats of(ModelConfig model, SwinCost swin, int embedDim) {
    return of(model, swin.encoder(), embedDim, swin.features());
  }

  private static ModelStats of(ModelConfig model, Cost encoder, long embedDim, long features) {
    long stride = model.totalStride();
    Cost decoder = Cost.linear(features, stride * stride * model.inChans(), true, 0);
    Cost head = Cost.linear(features, model.numClasses(), true, 1);
    long maskToken = embedDim;
    return new ModelStats(
        encoder.parameters(),
        encoder.parameters() + maskToken + decoder.parameters(),
        encoder.parameters() + head.parameters(),
        encoder.macs(),
        encoder.macs() + head.macs());
  }
}
