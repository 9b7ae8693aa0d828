package io.simmim.core.reconstruct;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.ModelConfig;
import io.simmim.core.config.SwinShape;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.image.Normalization;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.model.Models;
import io.simmim.core.model.SimMim;
import io.simmim.core.model.StateDict;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Tells from a few predictions what a model was trained to predict, for checkpoints that do not
 * state it. It is shown {@link ProbePictures}, always the same with the same patches hidden.
 */
public final class TargetEstimator {

  private static final double HIDDEN = 0.5;

  /**
   * A file may claim a size of images that its weights do not show; published models stay below.
   */
  private static final double MAX_ATTENTION = 200e6;

  /** Brighter and darker by so many levels of 0..255. */
  private static final int SHIFT = 40;

  private final TorchEngine engine;

  /** The engine's thread must be entered. */
  public TargetEstimator(TorchEngine engine) {
    this.engine = engine;
  }

  /**
   * Builds the model of a configuration, whose own target does not matter, and judges it.
   *
   * @param weights by official name
   * @throws CheckpointException when they are not those of this model
   */
  public TargetEstimate estimate(ExperimentConfig config, Map<String, ?> weights)
      throws CheckpointException {
    if (!Normalization.hasPictures(config.model().inChans())
        || attentionBytes(config) > MAX_ATTENTION) {
      return TargetEstimate.notMeasured();
    }
    ExperimentConfig normalized =
        config
            .with(TargetEstimate.ENABLE, true)
            .with(TargetEstimate.PATCH_SIZE, TargetEstimate.OFFICIAL_WINDOW);
    try (SimMim model = Models.simMim(engine, normalized, 0)) {
      StateDict.load(engine, model.parameters(), weights);
      return judge(model, config.data().imgSize(), masks(config));
    }
  }

  // In the first layer, which sees most tokens.
  private static double attentionBytes(ExperimentConfig config) {
    ModelConfig model = config.model();
    double side = config.data().imgSize() / (double) model.patchSize();
    double tokens = side * side;
    return Float.BYTES
        * tokens
        * switch (model.type()) {
          case SWIN -> window(model.swin(), tokens);
          case SWINV2 -> window(model.swinv2(), tokens);
          case VIT -> model.vit().numHeads() * tokens;
        };
  }

  private static double window(SwinShape swin, double tokens) {
    double window = swin.windowSize();
    return swin.numHeads().get(0) * Math.min(tokens, window * window);
  }

  // Coarse squares as in training, unless they do not fit the picture or leave too few of them.
  private static MaskGenerator masks(ExperimentConfig config) {
    int size = config.data().imgSize();
    int token = config.model().patchSize();
    int wanted = config.data().maskPatchSize();
    boolean fits = wanted > 0 && wanted % token == 0 && size % wanted == 0 && size > wanted;
    return new MaskGenerator(size, fits ? wanted : token, token, HIDDEN);
  }

  private TargetEstimate judge(SimMim model, int size, MaskGenerator masks) {
    TargetTrial trial = new TargetTrial();
    for (RgbImage picture : ProbePictures.draw(size)) {
      PatchMask mask = masks.generate(new SplittableRandom(trial.pictures()));
      HiddenValues bright = show(model, ProbePictures.exposed(picture, SHIFT), mask);
      trial.add(bright, show(model, ProbePictures.exposed(picture, -SHIFT), mask));
    }
    return trial.estimate();
  }

  private HiddenValues show(SimMim model, RgbImage picture, PatchMask mask) {
    try (Scope scope = Scope.open()) {
      NDArray x = input(picture, model.inChans());
      return HiddenValues.of(
          new HiddenPixels(mask, picture.width()),
          Ops.floats(predict(model, x, mask)),
          Ops.floats(x),
          Ops.floats(model.target().of(x)));
    }
  }

  private NDArray input(RgbImage picture, int channels) {
    Normalization normalization =
        channels == 1 ? Normalization.IMAGENET_LUMA : Normalization.IMAGENET;
    int size = picture.width();
    FloatBuffer pixels = FloatBuffer.allocate(channels * size * size);
    normalization.write(picture, pixels);
    return engine.manager().create(pixels.array(), new Shape(1, channels, size, size));
  }

  private NDArray predict(SimMim model, NDArray x, PatchMask mask) {
    NDManager manager = engine.manager();
    FloatBuffer hidden = FloatBuffer.allocate(mask.height() * mask.width());
    mask.writeTo(hidden);
    NDArray asked = manager.create(hidden.array(), new Shape(1, mask.height(), mask.width()));
    return new Reconstructor(engine, model).forward(x, asked).reconstruction();
  }
}
