package io.simmim.core.survey;

/** Width and height of a picture, in pixels. */
public record PictureSize(int width, int height) implements Comparable<PictureSize> {

  public long pixels() {
    return (long) width * height;
  }

  /** The shorter side in pixels. */
  public int shorterSide() {
    return Math.min(width, height);
  }

  /** By area, then by width. */
  @Override
  public int compareTo(PictureSize other) {
    int byArea = Long.compare(pixels(), other.pixels());
    return byArea == 0 ? Integer.compare(width, other.width) : byArea;
  }

  @Override
  public String toString() {
    return width + " × " + height;
  }
}
