package io.simmim.core.image;

/** The stages that several transforms have in common. */
final class Stages {

  private Stages() {}

  /** The box of the picture, resized to a square. */
  static RgbImage crop(
      RgbImage image, CropBox box, int side, Interpolation filter, Onlooker onlooker) {
    onlooker.sees(
        "Random crop", () -> box.inWords(image.width(), image.height()), () -> box.marked(image));
    RgbImage crop = new Resize(side, side, filter).apply(image, box);
    onlooker.sees("Resize", () -> squares(side) + ", " + filter.text(), () -> crop);
    return crop;
  }

  static RgbImage flip(RgbImage image, boolean mirrored, Onlooker onlooker) {
    RgbImage result = mirrored ? image.flipped() : image;
    onlooker.sees(
        "Flip",
        () -> mirrored ? "mirrored, as half of all are" : "not mirrored this time",
        () -> result);
    return result;
  }

  static String squares(int side) {
    return side + " × " + side + " px";
  }
}
