package io.simmim.core.data;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.EvalTransform;
import io.simmim.core.image.FineTuneTransform;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.Onlooker;
import io.simmim.core.image.RgbImage;
import io.simmim.core.image.TransformStage;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What fine-tuning sees: the augmented and mixed pictures of {@link FineTuneLoader}, bit for bit,
 * and of pictures kept for validation what {@link EvaluationLoader} makes of them.
 */
public final class FineTuningSight implements Sight {

  private static final String NEVER_TRAINED =
      "Fine-tuning never trains on this picture: it is kept to validate, and is seen as here in"
          + " every epoch.";

  private final ImageFolder images;
  private final ImageDecoder decoder;
  private final FineTuneTransform transform;
  private final EvalTransform evaluation;
  private final Optional<MixedSight> mixed;
  private final Optional<String> objection;
  private final long seed;

  private FineTuningSight(
      ExperimentConfig config,
      ImageFolder images,
      Optional<MixedSight> mixed,
      Optional<String> objection)
      throws SimMimException {
    int channels = config.model().inChans();
    this.images = images;
    this.decoder = new ImageDecoder(config.data().exifRotate());
    this.transform = FineTuneTransform.of(config.aug(), config.data(), channels);
    this.evaluation = EvalTransform.of(config.data(), config.test(), channels);
    this.mixed = mixed;
    this.objection = objection;
    this.seed = config.seed();
  }

  /**
   * The sight of a configuration. Where the pictures have no classes, fine-tuning would refuse
   * them; they are augmented all the same, unmixed, and each says why.
   *
   * @param config must keep the rules of fine-tuning
   * @param root folder of the data set
   * @throws SimMimException when the folder holds no image, or the configuration has no
   *     augmentation
   */
  public static FineTuningSight of(ExperimentConfig config, Path root) throws SimMimException {
    try {
      LabelledSplit split = LabelledSplit.of(root.toString());
      MixedSight mixed = MixedSight.of(config, split.train());
      return new FineTuningSight(
          config, split.train().folder(), Optional.of(mixed), mixed.objection());
    } catch (DataException e) {
      ImageFolder images = ImageFolder.scan(DataSplit.trainingPart(root));
      return new FineTuningSight(config, images, Optional.empty(), Optional.of(e.getMessage()));
    }
  }

  @Override
  public SeenPicture look(Path file, int epoch) throws DataException {
    List<TransformStage> stages = new ArrayList<>();
    Onlooker onlooker = TransformStage.into(stages);
    RgbImage image = DecodedStage.decode(file, decoder, onlooker);
    OptionalInt index = images.indexOf(file);
    FloatBuffer pixels =
        FloatBuffer.allocate(transform.channels() * transform.imgSize() * transform.imgSize());
    if (index.isEmpty()) {
      evaluation.write(image, pixels, onlooker);
      return new SeenPicture(stages, pixels.flip(), Optional.empty(), Optional.of(NEVER_TRAINED));
    }
    EpochPlace place = EpochPlace.of(seed, epoch, images.size(), index.getAsInt());
    transform.write(
        image, SampleRandom.AUGMENT.of(seed, epoch, place.position()), pixels, onlooker);
    pixels.flip();
    FloatBuffer seen =
        mixed.isPresent() ? mixed.get().mix(place, pixels, transform, onlooker) : pixels;
    Optional<String> note = objection.or(() -> mixed.flatMap(batch -> batch.dropped(place)));
    return new SeenPicture(stages, seen, Optional.empty(), note);
  }
}
