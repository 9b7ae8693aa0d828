package io.simmim.core.testing;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.data.scene.SampleScene;
import io.simmim.core.image.Normalization;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.model.Models;
import io.simmim.core.model.Pass;
import io.simmim.core.model.SimMim;
import io.simmim.core.model.StateDict;
import io.simmim.core.optim.Optimizer;
import io.simmim.core.optim.ParameterGroups;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Really trains a small ViT on drawn pictures of {@link #SIDE} pixels; a second or a few. */
public final class BriefTraining {

  /** Of the pictures, in pixels. */
  public static final int SIDE = 32;

  private static final int BATCH = 16;
  private static final String CONFIG =
      """
      MODEL:
        TYPE: vit
        VIT: {PATCH_SIZE: 8, EMBED_DIM: 64, DEPTH: 2, NUM_HEADS: 2, USE_APE: true}
      DATA: {IMG_SIZE: 32, MASK_PATCH_SIZE: 8, MASK_RATIO: 0.5, BATCH_SIZE: 16}
      """;

  private final TorchEngine engine;

  /** Gradients must be on in the engine's thread. */
  public BriefTraining(TorchEngine engine) {
    this.engine = engine;
  }

  /** Its configuration, with a normalised target or with raw pixels. */
  public static ExperimentConfig config(boolean normalized) throws Exception {
    return new ConfigLoader()
        .parse(CONFIG, Path.of("."), "test", Overrides.none())
        .orThrow()
        .with("MODEL.SIMMIM.NORM_TARGET.ENABLE", normalized);
  }

  /** The weights after so many steps. */
  public Map<String, Object> trained(ExperimentConfig config, int steps) {
    try (SimMim model = Models.simMim(engine, config, 1);
        Optimizer optimizer = optimizer(model, config)) {
      List<Double> lr = Collections.nCopies(optimizer.groups().size(), 2e-3);
      SplittableRandom random = new SplittableRandom(5);
      for (int i = 0; i < steps; i++) {
        try (Scope scope = Scope.open()) {
          NDArray loss =
              model.forward(pictures(random), masks(config, random), Pass.TRAINING).loss();
          optimizer.gradients().backward(loss);
          optimizer.step(lr);
        }
      }
      return StateDict.capture(model.parameters());
    }
  }

  private Optimizer optimizer(SimMim model, ExperimentConfig config) {
    return Optimizer.of(
        engine,
        model.parameters(),
        ParameterGroups.pretraining(model, 0.05),
        config.train().optimizer());
  }

  private NDArray pictures(SplittableRandom random) {
    FloatBuffer pixels = FloatBuffer.allocate(BATCH * 3 * SIDE * SIDE);
    SampleScene[] kinds = SampleScene.values();
    for (int i = 0; i < BATCH; i++) {
      SampleScene kind = kinds[random.nextInt(kinds.length)];
      Normalization.IMAGENET.write(kind.draw(SIDE, 1000 + random.nextInt(50)), pixels);
    }
    return engine.manager().create(pixels.array(), new Shape(BATCH, 3, SIDE, SIDE));
  }

  private NDArray masks(ExperimentConfig config, SplittableRandom random) {
    MaskGenerator generator = MaskGenerator.of(config);
    int grid = generator.gridSize();
    FloatBuffer values = FloatBuffer.allocate(BATCH * grid * grid);
    for (int i = 0; i < BATCH; i++) {
      generator.generate(random).writeTo(values);
    }
    return engine.manager().create(values.array(), new Shape(BATCH, grid, grid));
  }
}
