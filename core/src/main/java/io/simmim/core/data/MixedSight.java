package io.simmim.core.data;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.FineTuneTransform;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.Onlooker;
import java.nio.FloatBuffer;
import java.util.Locale;
import java.util.Optional;

/** The last stage of fine-tuning: a picture mixed with its partner in the batch. */
final class MixedSight {

  private final Optional<Mixup> mixup;
  private final LabelledImages labels;
  private final ReadableImages readable;
  private final int batchSize;

  private MixedSight(
      Optional<Mixup> mixup, LabelledImages labels, ReadableImages readable, int batchSize) {
    this.mixup = mixup;
    this.labels = labels;
    this.readable = readable;
    this.batchSize = batchSize;
  }

  static MixedSight of(ExperimentConfig config, LabelledImages labels) {
    ImageDecoder decoder = new ImageDecoder(config.data().exifRotate());
    return new MixedSight(
        Mixup.of(config.aug(), config.model().labelSmoothing(), labels.classes()),
        labels,
        new ReadableImages(labels.folder(), new ImageReading(decoder, 0, 0)),
        config.data().batchSize());
  }

  /** Why there is no batch at all; empty when there is. */
  Optional<String> objection() {
    try {
      FullBatches.require(labels.folder(), batchSize);
      return Optional.empty();
    } catch (DataException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Says so when the picture is not trained on in this epoch. */
  Optional<String> dropped(EpochPlace place) {
    return isInBatch(place)
        ? Optional.empty()
        : Optional.of(
            "In this epoch the picture falls into the last, incomplete batch, which is dropped.");
  }

  private boolean isInBatch(EpochPlace place) {
    int images = place.order().length;
    return place.position() < images / batchSize * batchSize;
  }

  /**
   * The pixels mixed as in the picture's batch.
   *
   * @param own float32 [channels, height, width] from position 0
   */
  FloatBuffer mix(EpochPlace place, FloatBuffer own, FineTuneTransform transform, Onlooker onlooker)
      throws DataException {
    if (mixup.isEmpty() || !isInBatch(place)) {
      return own;
    }
    int step = place.position() / batchSize;
    int row = place.position() % batchSize;
    int partnerRow = batchSize - 1 - row;
    SampleShape shape =
        new SampleShape(transform.channels(), transform.imgSize(), transform.imgSize());
    Mix[] mixes =
        mixup.get().mixes(batchSize, shape, SampleRandom.MIX.of(place.seed(), place.epoch(), step));
    EpochPlace partner = place.at(step * batchSize + partnerRow);
    ReadableImages.Indexed other = readable.at(partner.position(), place.order());
    FloatRows rows = FloatRows.allocate(2, shape.values());
    rows.row(0).put(own.duplicate());
    transform.write(
        other.image(),
        SampleRandom.AUGMENT.of(place.seed(), place.epoch(), partner.position()),
        rows.row(1));
    boolean alone = row == partnerRow;
    new MixedRows(rows, shape)
        .apply(alone ? new Mix[] {mixes[row]} : new Mix[] {mixes[row], mixes[partnerRow]});
    FloatBuffer mixed = rows.row(0);
    onlooker.sees(
        mixes[row] instanceof Mix.Paste ? "Cutmix" : "Mixup",
        () -> inWords(mixes[row], place, other.index()),
        () -> transform.picture(mixed));
    return mixed;
  }

  private String inWords(Mix mix, EpochPlace place, int other) {
    if (mix.lam() == 1) {
      return "not mixed this time";
    }
    int index = place.order()[place.position()];
    return String.format(
        Locale.ROOT,
        "%s, target %.0f %% %s, %.0f %% %s",
        mix.inWords(),
        100 * mix.lam(),
        labels.classNames().get(labels.label(index)),
        100 - 100 * mix.lam(),
        labels.classNames().get(labels.label(other)));
  }
}
