package io.simmim.core.image;

import java.util.Locale;

/**
 * What the head of a picture file says, without its pixels.
 *
 * @param format as its content has it, such as {@code JPEG}
 * @param width in pixels
 * @param height in pixels
 * @param inks whether it has the four inks of print instead of red, green and blue
 * @param ends whether the file ends as its format wants; where it does not, only decoding tells
 */
public record PictureHeader(String format, int width, int height, boolean inks, boolean ends) {

  /** Longer side by shorter side, 1 or more. */
  public double aspect() {
    return (double) Math.max(width, height) / Math.min(width, height);
  }

  /** The shorter side in pixels. */
  public int shorterSide() {
    return Math.min(width, height);
  }

  /** Whether a file of that name is expected to have this format. */
  public boolean suits(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return switch (format) {
      case "JPEG" -> name.endsWith(".jpg") || name.endsWith(".jpeg");
      case "TIFF" -> name.endsWith(".tif") || name.endsWith(".tiff");
      default -> name.endsWith("." + format.toLowerCase(Locale.ROOT));
    };
  }
}
