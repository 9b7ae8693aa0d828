package io.simmim.core.image;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The operations of RandAugment, in timm's order, pixel for pixel those of Pillow. */
enum AugmentOperation {
  AUTO_CONTRAST(0.025, Strength.NONE, (image, x, f) -> LevelTables.autoContrast(image)),
  EQUALIZE(0.005, Strength.NONE, (image, x, f) -> LevelTables.equalize(image)),
  INVERT(0, Strength.NONE, (image, x, f) -> LevelTables.solarize(image, 0)),
  ROTATE(0.3, Strength.ROTATION, (image, x, f) -> Affine.rotation(x, image).apply(image, f)),
  POSTERIZE(
      0,
      Strength.POSTERIZATION,
      Strength.POSTERIZATION_INCREASING,
      (image, x, f) -> LevelTables.posterize(image, (int) x)),
  SOLARIZE(
      0.005,
      Strength.SOLARIZATION,
      Strength.SOLARIZATION_INCREASING,
      (image, x, f) -> LevelTables.solarize(image, (int) x)),
  SOLARIZE_ADD(0.005, Strength.ADDITION, (image, x, f) -> LevelTables.solarizeAdd(image, (int) x)),
  COLOR(
      0.025,
      Strength.ENHANCEMENT,
      Strength.ENHANCEMENT_INCREASING,
      (image, x, f) -> Enhancement.color(image, (float) x)),
  CONTRAST(
      0.005,
      Strength.ENHANCEMENT,
      Strength.ENHANCEMENT_INCREASING,
      (image, x, f) -> Enhancement.contrast(image, (float) x)),
  BRIGHTNESS(
      0.005,
      Strength.ENHANCEMENT,
      Strength.ENHANCEMENT_INCREASING,
      (image, x, f) -> Enhancement.brightness(image, (float) x)),
  SHARPNESS(
      0.025,
      Strength.ENHANCEMENT,
      Strength.ENHANCEMENT_INCREASING,
      (image, x, f) -> Sharpness.apply(image, (float) x)),
  SHEAR_X(0.2, Strength.SHEAR, (image, x, f) -> Affine.shearX(x).apply(image, f)),
  SHEAR_Y(0.2, Strength.SHEAR, (image, x, f) -> Affine.shearY(x).apply(image, f)),
  TRANSLATE_X(
      0.1,
      Strength.TRANSLATION,
      (image, x, f) -> Affine.translation(x * image.width(), 0).apply(image, f)),
  TRANSLATE_Y(
      0.1,
      Strength.TRANSLATION,
      (image, x, f) -> Affine.translation(0, x * image.height()).apply(image, f));

  /** Changes a picture by an argument, interpolating with a filter where pixels move. */
  interface Change {
    RgbImage apply(RgbImage image, double argument, Interpolation filter);
  }

  private final double weight;
  private final Strength plain;
  private final Strength increasing;
  private final Change change;

  AugmentOperation(double weight, Strength strength, Change change) {
    this(weight, strength, strength, change);
  }

  AugmentOperation(double weight, Strength plain, Strength increasing, Change change) {
    this.weight = weight;
    this.plain = plain;
    this.increasing = increasing;
    this.change = change;
  }

  /** Those that a weighted policy can draw. */
  static List<AugmentOperation> weighted() {
    return Arrays.stream(values()).filter(operation -> operation.weight > 0).toList();
  }

  /** The operation in words: {@code translate x}. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Probability under timm's weights number 0. */
  double weight() {
    return weight;
  }

  Strength strength(boolean asIncreasing) {
    return asIncreasing ? increasing : plain;
  }

  RgbImage apply(RgbImage image, double argument, Interpolation filter) {
    return change.apply(image, argument, filter);
  }
}
