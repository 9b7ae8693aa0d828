package io.simmim.workbench.picture;

import io.simmim.core.image.RgbImage;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pictures of the core as pictures of the toolkit. */
public final class Pictures {

  private static final int OPAQUE = 0xff000000;

  private Pictures() {}

  /** The same pixels; may be called on any thread. */
  public static Image of(RgbImage image) {
    IntBuffer pixels = IntBuffer.allocate(image.width() * image.height());
    byte[] rgb = image.rgb();
    for (int i = 0; i < rgb.length; i += RgbImage.CHANNELS) {
      pixels.put(OPAQUE | (rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | (rgb[i + 2] & 0xff));
    }
    return new WritableImage(
        new PixelBuffer<>(
            image.width(), image.height(), pixels.flip(), PixelFormat.getIntArgbPreInstance()));
  }
}
