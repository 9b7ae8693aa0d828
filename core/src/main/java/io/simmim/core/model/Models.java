package io.simmim.core.model;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.ModelConfig;
import io.simmim.core.tensor.TorchEngine;

/** Builds networks from a configuration. */
public final class Models {

  private Models() {}

  /**
   * The pre-training model with freshly initialised parameters on the engine's device.
   *
   * @param seed decides the initial values, parameter by parameter
   */
  public static SimMim simMim(TorchEngine engine, ExperimentConfig config, long seed) {
    ModelConfig model = config.model();
    ParameterMap parameters = new ParameterMap();
    ParameterScope root = new ParameterScope(engine, parameters, seed);
    ParameterScope scope = root.child("encoder");
    int imgSize = config.data().imgSize();
    Encoder encoder =
        switch (model.type()) {
          case SWIN ->
              new SwinTransformer(
                  scope, model.swin(), imgSize, model.dropRate(), model.dropPathRate());
          case SWINV2 ->
              throw new IllegalArgumentException("expected a swin or vit encoder, got swinv2");
          case VIT ->
              new VisionTransformer(
                  scope, model.vit(), imgSize, model.dropRate(), model.dropPathRate());
        };
    return new SimMim(root, parameters, encoder, model.inChans());
  }
}
