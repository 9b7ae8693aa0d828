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

  /** The same pixels the other way round; alpha is dropped. */
  public static RgbImage rgb(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    byte[] rgb = new byte[pixels.length * RgbImage.CHANNELS];
    for (int i = 0, at = 0; i < pixels.length; i++, at += RgbImage.CHANNELS) {
      rgb[at] = (byte) (pixels[i] >> 16);
      rgb[at + 1] = (byte) (pixels[i] >> 8);
      rgb[at + 2] = (byte) pixels[i];
    }
    return new RgbImage(width, height, rgb);
  }
}
