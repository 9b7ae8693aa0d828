package io.simmim.core.model;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.ModelConfig;
import io.simmim.core.config.SimMimConfig.NormTarget;
import io.simmim.core.config.SwinV2Config;
import io.simmim.core.tensor.TorchEngine;
import java.util.Collections;
import java.util.List;

/** Builds networks from a configuration. */
public final class Models {

  private Models() {}

  /**
   * The pre-training model with freshly initialised parameters on the engine's device.
   *
   * @param seed decides the initial values, parameter by parameter
   */
  public static SimMim simMim(TorchEngine engine, ExperimentConfig config, long seed) {
    ParameterMap parameters = new ParameterMap();
    ParameterScope root = new ParameterScope(engine, parameters, seed);
    Encoder encoder = encoder(root.child("encoder"), config, true);
    PixelTarget target = target(root, config);
    return new SimMim(root, parameters, encoder, target, config.model().inChans());
  }

  /**
   * The fine-tuning model, a classifier of MODEL.NUM_CLASSES classes.
   *
   * @param seed decides the initial values, parameter by parameter
   */
  public static Classifier classifier(TorchEngine engine, ExperimentConfig config, long seed) {
    ParameterMap parameters = new ParameterMap();
    ParameterScope root = new ParameterScope(engine, parameters, seed);
    Encoder encoder = encoder(root, config, false);
    Classifier.HeadInitializer head =
        switch (config.model().type()) {
          case SWIN, SWINV2 -> Classifier.HeadInitializer.SWIN;
          case VIT -> Classifier.HeadInitializer.VIT;
        };
    return new Classifier(root, parameters, encoder, config.model().numClasses(), head);
  }

  private static Encoder encoder(ParameterScope p, ExperimentConfig config, boolean masked) {
    ModelConfig model = config.model();
    int imgSize = config.data().imgSize();
    Rates rates = Rates.of(model);
    return switch (model.type()) {
      case SWIN -> {
        SwinGeometry geometry = SwinGeometry.of(model.swin(), imgSize);
        var parts = new SwinV1Parts(model.swin(), geometry);
        yield new SwinTransformer(p, geometry, parts, rates, masked);
      }
      case SWINV2 -> {
        SwinGeometry geometry = SwinGeometry.of(model.swinv2(), imgSize);
        var parts = new SwinV2Parts(model.swinv2(), geometry, windows(model.swinv2(), masked));
        yield new SwinTransformer(p, geometry, parts, rates, masked);
      }
      case VIT -> new VisionTransformer(p, model.vit(), imgSize, rates, masked);
    };
  }

  // The official pre-training does not pass PRETRAINED_WINDOW_SIZES on.
  static List<Integer> windows(SwinV2Config config, boolean masked) {
    return masked ? Collections.nCopies(config.depths().size(), 0) : config.pretrainedWindowSizes();
  }

  private static PixelTarget target(ParameterScope p, ExperimentConfig config) {
    NormTarget target = config.model().simmim().normTarget();
    return target.enable()
        ? new NormalizedTarget(p, target.patchSize(), config.data().imgSize())
        : new RawTarget();
  }
}
