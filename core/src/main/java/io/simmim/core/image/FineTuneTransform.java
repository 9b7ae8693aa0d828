package io.simmim.core.image;

import io.simmim.core.config.AugConfig;
import io.simmim.core.config.DataConfig;
import io.simmim.core.fault.ConfigException;
import io.simmim.core.fault.DataException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The augmentation of fine-tuning (official {@code data/data_finetune.py}, timm's {@code
 * create_transform}): random resized crop, flip of every other picture, random image operations or
 * colour jitter, normalisation, random erasing. Immutable, for use by many threads.
 */
public final class FineTuneTransform {

  private static final double FLIP_PROBABILITY = 0.5;

  private final FineTuneCrop crop;
  private final Augmentation augmentation;
  private final Normalization normalization;
  private final RandomErasing erasing;

  private FineTuneTransform(
      FineTuneCrop crop,
      Augmentation augmentation,
      Normalization normalization,
      RandomErasing erasing) {
    this.crop = crop;
    this.augmentation = augmentation;
    this.normalization = normalization;
    this.erasing = erasing;
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
    InterpolationChoice interpolation = InterpolationChoice.of(data.interpolation());
    RandomErasing.Fill fill = RandomErasing.Fill.valueOf(aug.remode().toUpperCase(Locale.ROOT));
    return new FineTuneTransform(
        new FineTuneCrop(data.imgSize(), interpolation),
        Augmentation.of(aug, interpolation),
        Normalization.forChannels(channels),
        new RandomErasing(aug.reprob(), fill, aug.recount()));
  }

  /** Puts an augmented picture as float32 [channels, imgSize, imgSize] into the buffer. */
  public void write(RgbImage image, RandomGenerator rng, FloatBuffer target) {
    write(image, rng, target, Onlooker.NOBODY);
  }

  /** The same while somebody looks on. */
  public void write(RgbImage image, RandomGenerator rng, FloatBuffer target, Onlooker onlooker) {
    RgbImage cropped = crop.apply(image, rng, onlooker);
    RgbImage turned = Stages.flip(cropped, rng.nextDouble() < FLIP_PROBABILITY, onlooker);
    FloatBuffer pixels = target.slice(target.position(), channels() * imgSize() * imgSize());
    normalization.write(augmentation.apply(turned, rng, onlooker), target, onlooker);
    List<CropBox> erased = erasing.apply(pixels, imgSize(), imgSize(), rng);
    if (erasing.probability() > 0) {
      onlooker.sees("Random erasing", () -> erasing.inWords(erased), () -> picture(pixels));
    }
  }

  /**
   * The picture of what {@link #write} wrote.
   *
   * @param chw float32 [channels, imgSize, imgSize] from the buffer's position on
   */
  public RgbImage picture(FloatBuffer chw) {
    return normalization.toImage(chw.duplicate(), imgSize(), imgSize());
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
