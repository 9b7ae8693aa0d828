package io.simmim.workbench.experiment;

import io.simmim.core.data.ImageFolder;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.CenterSquare;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import java.util.random.RandomGenerator;

/**
 * One of the user's images as the network will see it.
 *
 * @param caption its class; empty where that does not matter
 */
public record SamplePicture(RgbImage image, String caption) {

  private static final int GREY = 0x80;

  /**
   * Reads an image, cuts its square out and hides patches, which become grey.
   *
   * @throws DataException if the image cannot be read
   */
  static SamplePicture masked(
      ImageFolder images, int index, MaskGenerator generator, RandomGenerator random)
      throws DataException {
    RgbImage square = square(images, index, generator.inputSize());
    PatchMask mask = generator.generate(random);
    return new SamplePicture(hide(square, mask, generator.modelPatchSize()), "");
  }

  /**
   * Reads an image with its class and cuts its square out.
   *
   * @param side of the square, in pixels
   * @throws DataException if the image cannot be read
   */
  static SamplePicture labelled(ImageFolder images, int index, int side) throws DataException {
    String name = images.classNames().get(images.label(index));
    return new SamplePicture(square(images, index, side), name);
  }

  private static RgbImage square(ImageFolder images, int index, int side) throws DataException {
    return new CenterSquare(side).apply(new ImageDecoder().decode(images.file(index)));
  }

  private static RgbImage hide(RgbImage image, PatchMask mask, int patch) {
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
