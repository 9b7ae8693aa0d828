package io.simmim.core.reconstruct;

import io.simmim.core.data.scene.SampleScene;
import io.simmim.core.image.RgbImage;
import java.util.Arrays;
import java.util.List;

/** A drawn picture of every kind, flattened a little so that it can be made brighter or darker. */
final class ProbePictures {

  private static final long SEED = 100;
  private static final double GREY = 128;
  private static final double CONTRAST = 0.7;

  private ProbePictures() {}

  /** The pictures, always the same. */
  static List<RgbImage> draw(int size) {
    return Arrays.stream(SampleScene.values()).map(scene -> scene.draw(size, SEED)).toList();
  }

  /** The picture with less contrast and another brightness, {@code shift} in levels of 0..255. */
  static RgbImage exposed(RgbImage picture, int shift) {
    byte[] levels = picture.rgb().clone();
    for (int i = 0; i < levels.length; i++) {
      double level = ((levels[i] & 0xFF) - GREY) * CONTRAST + GREY + shift;
      levels[i] = (byte) Math.round(Math.max(0, Math.min(255, level)));
    }
    return new RgbImage(picture.width(), picture.height(), levels);
  }
}
