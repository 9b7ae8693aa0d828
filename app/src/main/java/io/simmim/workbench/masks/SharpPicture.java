package io.simmim.workbench.masks;

import io.simmim.core.image.RgbImage;
import java.nio.IntBuffer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * A picture of the core, drawn at any size with pixels that look like squares of one size: it is
 * enlarged by a whole factor without smoothing and then, with smoothing, made a little smaller. The
 * memory is used again for the next picture of the same size.
 */
final class SharpPicture {

  private static final int OPAQUE = 0xff000000;

  private RgbImage shown;
  private int factor;
  private PixelBuffer<IntBuffer> pixels;
  private WritableImage image;

  /** Draws it into a square, {@code from} and {@code to} being shares of its width. */
  void draw(GraphicsContext graphics, double x, double y, double side, double from, double to) {
    double left = from * image.getWidth();
    double width = (to - from) * image.getWidth();
    graphics.setImageSmoothing(side != image.getWidth());
    graphics.drawImage(
        image, left, 0, width, image.getHeight(), x + from * side, y, (to - from) * side, side);
  }

  /**
   * Prepares the picture for a square.
   *
   * @param side in pixels of the screen
   */
  void show(RgbImage picture, double side) {
    int wanted = Math.max(1, (int) Math.ceil(side / picture.width()));
    if (picture.equals(shown) && wanted == factor) {
      return;
    }
    boolean fits =
        image != null
            && image.getWidth() == picture.width() * wanted
            && image.getHeight() == picture.height() * wanted;
    shown = picture;
    factor = wanted;
    if (!fits) {
      int width = picture.width() * wanted;
      int height = picture.height() * wanted;
      pixels =
          new PixelBuffer<>(
              width,
              height,
              IntBuffer.allocate(width * height),
              PixelFormat.getIntArgbPreInstance());
      image = new WritableImage(pixels);
    }
    pixels.updateBuffer(
        buffer -> {
          enlarge(picture, wanted, buffer.getBuffer().array());
          return null;
        });
  }

  private static void enlarge(RgbImage picture, int factor, int[] target) {
    byte[] rgb = picture.rgb();
    int stride = picture.width() * factor;
    int at = 0;
    for (int row = 0; row < picture.height(); row++) {
      int start = row * factor * stride;
      for (int column = 0; column < picture.width(); column++, at += RgbImage.CHANNELS) {
        int color =
            OPAQUE | (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
        for (int i = 0; i < factor; i++) {
          target[start + column * factor + i] = color;
        }
      }
      for (int copy = 1; copy < factor; copy++) {
        System.arraycopy(target, start, target, start + copy * stride, stride);
      }
    }
  }
}
