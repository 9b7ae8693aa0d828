package io.simmim.core.data;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.CenterSquare;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.Normalization;
import io.simmim.core.image.Onlooker;
import io.simmim.core.image.PretrainTransform;
import io.simmim.core.image.RgbImage;
import io.simmim.core.image.TransformStage;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What pre-training sees: the crops, flips and masks of {@link BatchLoader}, bit for bit.
 *
 * @param images those trained on
 */
public record PretrainingSight(
    ImageFolder images,
    ImageDecoder decoder,
    Normalization normalization,
    MaskGenerator masks,
    long seed)
    implements Sight {

  private static final String ONLY_LOOKED_AT =
      "Pre-training never trains on this picture: it is outside of the folder train. As a probe"
          + " image its central square would be taken.";

  /**
   * The sight of a configuration.
   *
   * @param config must keep the rules of pre-training
   * @param root folder of the data set
   * @throws DataException when the folder cannot be trained on
   */
  public static PretrainingSight of(ExperimentConfig config, Path root) throws DataException {
    return new PretrainingSight(
        ImageFolder.scan(DataSplit.trainingPart(root)),
        new ImageDecoder(config.data().exifRotate()),
        Normalization.forChannels(config.model().inChans()),
        MaskGenerator.of(config),
        config.seed());
  }

  @Override
  public SeenPicture look(Path file, int epoch) throws DataException {
    List<TransformStage> stages = new ArrayList<>();
    Onlooker onlooker = TransformStage.into(stages);
    RgbImage image = DecodedStage.decode(file, decoder, onlooker);
    OptionalInt index = images.indexOf(file);
    int position =
        index.isPresent()
            ? EpochPlace.of(seed, epoch, images.size(), index.getAsInt()).position()
            : 0;
    RgbImage square =
        index.isPresent()
            ? transform().apply(image, SampleRandom.CROP.of(seed, epoch, position), onlooker)
            : central(image, onlooker);
    FloatBuffer pixels =
        FloatBuffer.allocate(normalization.channels() * square.width() * square.height());
    normalization.write(square, pixels, onlooker);
    PatchMask mask = masks.generate(SampleRandom.MASK.of(seed, epoch, position));
    onlooker.sees("Mask", this::inWords, () -> HiddenPatches.grey(square, mask));
    return new SeenPicture(
        stages,
        pixels.flip(),
        Optional.of(mask),
        index.isPresent() ? Optional.empty() : Optional.of(ONLY_LOOKED_AT));
  }

  private PretrainTransform transform() {
    return new PretrainTransform(masks.inputSize());
  }

  private RgbImage central(RgbImage image, Onlooker onlooker) {
    RgbImage square = new CenterSquare(masks.inputSize()).apply(image);
    onlooker.sees("Central square", () -> "%1$d × %1$d px".formatted(square.width()), () -> square);
    return square;
  }

  private String inWords() {
    return String.format(
        Locale.ROOT,
        "%d of %d patches of %d px hidden, %.1f %%",
        masks.hiddenMaskPatches(),
        masks.maskPatches(),
        masks.maskPatchSize(),
        100 * masks.realRatio());
  }
}
