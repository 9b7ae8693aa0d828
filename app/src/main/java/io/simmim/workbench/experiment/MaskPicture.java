package io.simmim.workbench.experiment;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.CenterSquare;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** One of the user's images as the network will see it: hidden patches grey. */
final class MaskPicture {

  private static final int GREY = 0x80;

  private MaskPicture() {}

  /**
   * Reads an image, cuts its square out and hides patches.
   *
   * @throws DataException if the image cannot be read
   */
  static RgbImage of(Path file, MaskGenerator generator, RandomGenerator random)
      throws DataException {
    RgbImage image = new CenterSquare(generator.inputSize()).apply(new ImageDecoder().decode(file));
    return hide(image, generator.generate(random), generator.modelPatchSize());
  }

  static RgbImage hide(RgbImage image, PatchMask mask, int patch) {
    byte[] rgb = image.rgb().clone();
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        if (mask.hidden(y / patch, x / patch)) {
          int at = (y * image.width() + x) * RgbImage.CHANNELS;
          rgb[at] = (byte) GREY;
          rgb[at + 1] = (byte) GREY;
          rgb[at + 2] = (byte) GREY;
        }
      }
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }
}
