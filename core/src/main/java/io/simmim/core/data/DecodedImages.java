package io.simmim.core.data;

/**
 * The decoded images that a loader keeps, so that later epochs need not decode them again.
 *
 * @param images kept so far
 * @param bytes that they take
 * @param budget bytes that they may take at most
 * @param total images of the folder
 */
public record DecodedImages(int images, long bytes, long budget, int total) {

  /** What will be kept once every image was seen, in bytes, if the others are as large as these. */
  public double finalBytes() {
    return images == 0 ? 0 : Math.min(budget, (double) bytes / images * total);
  }

  /** Share of the images that will be kept once every image was seen, 0 to 1. */
  public double finalShare() {
    return images == 0 ? 0 : Math.min(1, finalBytes() / ((double) bytes / images * total));
  }
}
