package io.simmim.core.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;

/**
 * Noise for pictures under masks of the configuration.
 *
 * @param x [B, C, H, W]
 * @param mask [B, h, w] float32, 1 = hidden
 * @param wholeMask the same as int64, as the official model takes it
 */
record RandomBatch(NDArray x, NDArray mask, NDArray wholeMask) implements AutoCloseable {

  static RandomBatch of(TorchEngine engine, ExperimentConfig config) {
    int size = config.data().imgSize();
    int batch = config.data().batchSize();
    NDArray x =
        engine.manager().randomNormal(new Shape(batch, config.model().inChans(), size, size));
    MaskGenerator generator = MaskGenerator.of(config);
    int grid = generator.gridSize();
    FloatBuffer values = FloatBuffer.allocate(batch * grid * grid);
    SplittableRandom random = new SplittableRandom(0);
    for (int i = 0; i < batch; i++) {
      generator.generate(random).writeTo(values);
    }
    NDArray mask = engine.manager().create(values.array(), new Shape(batch, grid, grid));
    return new RandomBatch(
        Scope.keep(x), Scope.keep(mask), Scope.keep(mask.toType(DataType.INT64, false)));
  }

  @Override
  public void close() {
    x.close();
    mask.close();
    wholeMask.close();
  }
}
