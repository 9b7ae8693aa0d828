package io.simmim.core.cli;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.tensor.Npz;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.SplittableRandom;

/** Where the mask of a picture comes from. */
sealed interface MaskSource {

  /** The same mask for every picture; {@code grid} patches along each side. */
  PatchMask mask(TorchEngine engine, int grid) throws DataException;

  /** Drawn as in pre-training, by the configuration's ratio and patch size. */
  record Random(ExperimentConfig config, long seed) implements MaskSource {

    @Override
    public PatchMask mask(TorchEngine engine, int grid) {
      return MaskGenerator.of(config).generate(new SplittableRandom(seed));
    }
  }

  /** Given as an {@code .npy} of the model's patches. */
  record File(Path path) implements MaskSource {

    @Override
    public PatchMask mask(TorchEngine engine, int grid) throws DataException {
      try (Scope scope = Scope.open()) {
        NDArray array = only(Npz.read(engine.manager(), path));
        long[] shape = array.getShape().getShape();
        if (shape.length != 2 || shape[0] != grid || shape[1] != grid) {
          throw new DataException(
              "Mask '%s' has shape %s, but this model needs [%d, %d]: one value for each of its patches."
                  .formatted(path, array.getShape(), grid, grid));
        }
        return patchMask(path, array);
      }
    }

    private NDArray only(Map<String, NDArray> arrays) throws DataException {
      if (arrays.size() != 1) {
        throw new DataException(
            "Mask '%s' holds %d arrays: give a file with one.".formatted(path, arrays.size()));
      }
      return arrays.values().iterator().next();
    }
  }

  /**
   * The mask that a file holds.
   *
   * @param values [h, w] of any type, each 0 or 1
   */
  static PatchMask patchMask(Path file, NDArray values) throws DataException {
    int height = Math.toIntExact(values.getShape().get(0));
    int width = Math.toIntExact(values.getShape().get(1));
    BitSet hidden = new BitSet();
    float[] each = Ops.floats(values.toType(DataType.FLOAT32, false));
    for (int i = 0; i < each.length; i++) {
      if (each[i] != 0 && each[i] != 1) {
        throw new DataException(
            "The mask in '%s' has other values than 0 and 1; 1 hides a patch.".formatted(file));
      }
      hidden.set(i, each[i] == 1);
    }
    return new PatchMask(height, width, hidden);
  }
}
