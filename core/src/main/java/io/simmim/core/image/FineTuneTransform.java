package io.simmim.core.image;

import io.simmim.core.config.AugConfig;
import io.simmim.core.config.DataConfig;
import io.simmim.core.fault.ConfigException;
import io.simmim.core.fault.DataException;
import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/**
 * The augmentation of fine-tuning (official {@code data/data_finetune.py}, timm's {@code
 * create_transform}): random resized crop, flip of every other picture, random image operations or
 * colour jitter, normalisation, random erasing. Immutable, for use by many threads.
 */
public final class FineTuneTransform {

  private static final double FLIP_PROBABILITY = 0.5;

  private final FineTuneCrop crop;
  private final Normalization normalization;

  private FineTuneTransform(FineTuneCrop crop, Normalization normalization) {
    this.crop = crop;
    this.normalization = normalization;
  }

  /**
   * The augmentation of a configuration.
   *
   * @param channels of the network's input
   * @throws ConfigException when AUG.AUTO_AUGMENT is no policy
   * @throws DataException unless there are 1 or 3 channels
   */
  public static FineTuneTransform of(AugConfig aug, DataConfig data, int channels)
      throws ConfigException, DataException {
    return new FineTuneTransform(
        new FineTuneCrop(data.imgSize(), InterpolationChoice.of(data.interpolation())),
        Normalization.forChannels(channels));
  }

  /** Puts an augmented picture as float32 [channels, imgSize, imgSize] into the buffer. */
  public void write(RgbImage image, RandomGenerator rng, FloatBuffer target) {
    RgbImage cropped = crop.apply(image, rng);
    RgbImage turned = rng.nextDouble() < FLIP_PROBABILITY ? cropped.flipped() : cropped;
    normalization.write(turned, target);
  }

  /** Side of the result in pixels. */
  public int imgSize() {
    return crop.imgSize();
  }

  /** Channels of the result. */
  public int channels() {
    return normalization.channels();
  }
}
