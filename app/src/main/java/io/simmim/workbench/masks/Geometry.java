package io.simmim.workbench.masks;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The squares that a mask is made of.
 *
 * @param imgSize image side in pixels
 * @param patchSize side of the patches of the mask in pixels, which divides {@code imgSize}
 */
public record Geometry(int imgSize, int patchSize) {

  /** That of the paper's Swin models, for masks without a model. */
  public static final Geometry DEFAULT = new Geometry(192, 4);

  private static final int[] MASK_PATCH_SIZES = {4, 8, 16, 32, 64};

  public Geometry {
    if (patchSize <= 0 || imgSize <= 0 || imgSize % patchSize != 0) {
      throw new IllegalArgumentException(
          "expected a patch size that divides the image size, got %d and %d"
              .formatted(patchSize, imgSize));
    }
  }

  /** Patches along a side. */
  public int grid() {
    return imgSize / patchSize;
  }

  /** Sides that mask patches may have; the patches themselves where none of the usual ones fits. */
  public List<Integer> maskPatchSizes() {
    List<Integer> fitting =
        IntStream.of(MASK_PATCH_SIZES)
            .filter(size -> size % patchSize == 0 && imgSize % size == 0)
            .boxed()
            .toList();
    return fitting.isEmpty() ? List.of(patchSize) : fitting;
  }

  /** The allowed size nearest to a wanted one. */
  int nearest(int wanted) {
    return maskPatchSizes().stream()
        .min((a, b) -> Integer.compare(Math.abs(a - wanted), Math.abs(b - wanted)))
        .orElseThrow();
  }

  /** Whether a mask made for the other geometry can be cut into patches of this one. */
  boolean refines(Geometry other) {
    return imgSize == other.imgSize && other.patchSize % patchSize == 0;
  }
}
