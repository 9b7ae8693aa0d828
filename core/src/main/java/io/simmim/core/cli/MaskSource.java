package io.simmim.core.cli;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.tensor.Npz;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Where the mask of a picture comes from. */
sealed interface MaskSource {

  /** The same mask for every picture; {@code grid} patches along each side. */
  PatchMask mask(TorchEngine engine, int grid) throws DataException;

  /** Drawn as in pre-training, by the configuration's ratio and patch size. */
  record Random(ExperimentConfig config, long seed) implements MaskSource {

    @Override
    public PatchMask mask(TorchEngine engine, int grid) {
      return new MaskGenerator(
              config.data().imgSize(),
              config.data().maskPatchSize(),
              config.model().patchSize(),
              config.data().maskRatio())
          .generate(new SplittableRandom(seed));
    }
  }

  /** Given as an {@code .npy} of the model's patches. */
  record File(Path path) implements MaskSource {

    @Override
    public PatchMask mask(TorchEngine engine, int grid) throws DataException {
      try (Scope scope = Scope.open()) {
        NDArray array = Npz.read(engine.manager(), path).values().iterator().next();
        long[] shape = array.getShape().getShape();
        if (shape.length != 2 || shape[0] != grid || shape[1] != grid) {
          throw new DataException(
              "Mask '%s' has shape %s, but this model needs [%d, %d]: one value for each of its patches."
                  .formatted(path, array.getShape(), grid, grid));
        }
        return PatchMask.of(grid, grid, array.toType(DataType.INT64, false).toLongArray());
      } catch (IllegalArgumentException e) {
        throw new DataException(
            "Mask '%s' has other values than 0 and 1; 1 hides a patch.".formatted(path), e);
      }
    }
  }
}
