package io.simmim.core.inspect;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.ModelConfig;
import io.simmim.core.pretrained.TargetModel;
import java.util.Collections;
import java.util.Map;

/**
 * Names, shapes and types of all tensors that the model of a configuration has, without building
 * it: what {@code state_dict()} lists, in its order.
 */
public final class ExpectedTensors {

  private ExpectedTensors() {}

  /** Encoder with mask token, and decoder ({@code SimMIM} in the official {@code simmim.py}). */
  public static Map<String, TargetModel.Tensor> pretraining(ExperimentConfig config) {
    TensorList list = new TensorList();
    encoder(list.child("encoder"), config, true);
    ModelConfig model = config.model();
    long stride = model.totalStride();
    list.convolution("decoder.0", features(model), stride * stride * model.inChans(), 1);
    return Collections.unmodifiableMap(list.tensors());
  }

  /** Encoder and head. */
  public static Map<String, TargetModel.Tensor> classifier(ExperimentConfig config) {
    TensorList list = new TensorList();
    encoder(list, config, false);
    list.linear("head", features(config.model()), config.model().numClasses(), true);
    return Collections.unmodifiableMap(list.tensors());
  }

  /**
   * The encoder alone.
   *
   * @param prefixed whether its names begin with {@code encoder.}
   * @param masked whether it has the mask token of pre-training
   */
  public static Map<String, TargetModel.Tensor> encoder(
      ExperimentConfig config, boolean prefixed, boolean masked) {
    TensorList list = new TensorList();
    encoder(prefixed ? list.child("encoder") : list, config, masked);
    return Collections.unmodifiableMap(list.tensors());
  }

  private static void encoder(TensorList list, ExperimentConfig config, boolean masked) {
    ModelConfig model = config.model();
    int imgSize = config.data().imgSize();
    switch (model.type()) {
      case SWIN -> new SwinTensors(model.swin(), imgSize).addTo(list, masked);
      case SWINV2 -> new SwinTensors(model.swinv2(), imgSize).addTo(list, masked);
      case VIT -> new VitTensors(model.vit(), imgSize).addTo(list, masked);
    }
  }

  private static long features(ModelConfig model) {
    return switch (model.type()) {
      case SWIN -> (long) model.swin().embedDim() << (model.swin().depths().size() - 1);
      case SWINV2 -> (long) model.swinv2().embedDim() << (model.swinv2().depths().size() - 1);
      case VIT -> model.vit().embedDim();
    };
  }
}
