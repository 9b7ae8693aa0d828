package io.simmim.core.model;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.ModelConfig;
import io.simmim.core.fault.ConfigException;
import io.simmim.core.tensor.TorchEngine;

/** Builds networks from a configuration. */
public final class Models {

  private Models() {}

  /**
   * The pre-training model with freshly initialised parameters on the engine's device.
   *
   * @param seed decides the initial values, parameter by parameter
   * @throws ConfigException when MODEL.TYPE has no pre-training model here
   */
  public static SimMim simMim(TorchEngine engine, ExperimentConfig config, long seed)
      throws ConfigException {
    ModelConfig model = config.model();
    ParameterMap parameters = new ParameterMap();
    ParameterScope root = new ParameterScope(engine, parameters, seed);
    return switch (model.type()) {
      case SWIN -> {
        Encoder encoder =
            new SwinTransformer(
                root.child("encoder"),
                model.swin(),
                config.data().imgSize(),
                model.dropRate(),
                model.dropPathRate());
        yield new SimMim(root, parameters, encoder, model.swin().inChans());
      }
      case VIT ->
          throw new ConfigException(
              "MODEL.TYPE is 'vit', which cannot be pre-trained yet; use MODEL.TYPE: swin.");
    };
  }
}
