package io.simmim.core.image;

/**
 * The official evaluation transform with TEST.CROP: the shorter side becomes int(256 / 224 *
 * imgSize), then the central square is cut out. Also used for probe images.
 *
 * @param imgSize side of the result in pixels
 * @param interpolation filter of the resize
 */
public record CenterSquare(int imgSize, Interpolation interpolation) {

  /** With the official bicubic filter. */
  public CenterSquare(int imgSize) {
    this(imgSize, Interpolation.BICUBIC);
  }

  /** Returns a picture of imgSize x imgSize pixels. */
  public RgbImage apply(RgbImage image) {
    int shorter = (int) (256.0 / 224 * imgSize);
    boolean wide = image.width() > image.height();
    int width = wide ? (int) ((double) shorter * image.width() / image.height()) : shorter;
    int height = wide ? shorter : (int) ((double) shorter * image.height() / image.width());
    RgbImage resized = new Resize(width, height, interpolation).apply(image);
    return new CropBox(center(height), center(width), imgSize, imgSize).cut(resized);
  }

  private int center(int side) {
    return (int) Math.rint((side - imgSize) / 2.0);
  }
}
