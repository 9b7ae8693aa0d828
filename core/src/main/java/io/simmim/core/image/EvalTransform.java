package io.simmim.core.image;

import io.simmim.core.config.DataConfig;
import io.simmim.core.config.TestConfig;
import io.simmim.core.fault.DataException;
import java.nio.FloatBuffer;

/**
 * The transform of evaluation (official {@code data/data_finetune.py}): the central square of a
 * slightly larger picture, or the whole picture resized without regard to its shape. Up to 32
 * pixels a picture that already has the size is taken as it is.
 *
 * @param imgSize side of the result in pixels
 * @param crop take the central square (TEST.CROP)
 * @param interpolation filter of the resize
 * @param normalization to the network's input
 */
public record EvalTransform(
    int imgSize, boolean crop, Interpolation interpolation, Normalization normalization) {

  /** The official code does not resize pictures for networks up to this side. */
  static final int UNRESIZED_SIDE = 32;

  /**
   * The transform of a configuration; DATA.INTERPOLATION {@code random} means bilinear here, as in
   * the official code.
   *
   * @param channels of the network's input
   * @throws DataException unless there are 1 or 3 channels
   */
  public static EvalTransform of(DataConfig data, TestConfig test, int channels)
      throws DataException {
    return new EvalTransform(
        data.imgSize(),
        test.crop(),
        data.interpolation().equals("bicubic") ? Interpolation.BICUBIC : Interpolation.BILINEAR,
        Normalization.forChannels(channels));
  }

  /** Returns a picture of imgSize x imgSize pixels. */
  public RgbImage apply(RgbImage image) {
    if (keeps(image, imgSize)) {
      return image;
    }
    return crop
        ? new CenterSquare(imgSize, interpolation).apply(image)
        : new Resize(imgSize, imgSize, interpolation).apply(image);
  }

  /** Puts the transformed picture as float32 [channels, imgSize, imgSize] into the buffer. */
  public void write(RgbImage image, FloatBuffer target) {
    write(image, target, Onlooker.NOBODY);
  }

  /** The same while somebody looks on. */
  public void write(RgbImage image, FloatBuffer target, Onlooker onlooker) {
    RgbImage result = apply(image);
    onlooker.sees("Resize and cut", this::inWords, () -> result);
    normalization.write(result, target, onlooker);
  }

  private String inWords() {
    String how = crop ? "the central square" : "the whole picture";
    return how + ", " + Stages.squares(imgSize) + ", " + interpolation.text();
  }

  /** Channels of the result. */
  public int channels() {
    return normalization.channels();
  }

  static boolean keeps(RgbImage image, int imgSize) {
    return imgSize <= UNRESIZED_SIDE && image.width() == imgSize && image.height() == imgSize;
  }
}
