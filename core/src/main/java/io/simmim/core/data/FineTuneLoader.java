package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.FineTuneTransform;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * Fine-tuning batches out of labelled images (official {@code data/data_finetune.py}): every epoch
 * visits the images in a new random order, augments each anew, mixes them within their batch, and
 * drops the last incomplete batch. All of it follows from the seed, the epoch and the position, so
 * the number of workers and resuming change nothing. An image that cannot be read gives its place
 * to the next one of the epoch's order, with that one's own label.
 */
public final class FineTuneLoader implements EpochLoader<LabelledBatch> {

  private final ReadableImages images;
  private final LabelledImages labels;
  private final FineTuneTransform transform;
  private final Optional<Mixup> mixup;
  private final int batchSize;
  private final long seed;
  private final BatchRing<LabelledBuffers, LabelledBatch> ring;

  /**
   * A loader for one run.
   *
   * @param mixup empty for unmixed images, whose targets are their labels
   * @param batchSize samples in a batch
   * @param seed of everything random
   * @throws DataException when there are fewer images than a batch needs
   */
  public FineTuneLoader(
      LabelledImages images,
      FineTuneTransform transform,
      Optional<Mixup> mixup,
      int batchSize,
      long seed,
      ImageReading reading)
      throws DataException {
    if (batchSize <= 0) {
      throw new IllegalArgumentException(
          "expected a positive batch size, got %d".formatted(batchSize));
    }
    FullBatches.require(images.folder(), batchSize);
    this.images = new ReadableImages(images.folder(), reading);
    this.labels = images;
    this.transform = transform;
    this.mixup = mixup;
    this.batchSize = batchSize;
    this.seed = seed;
    int targets = mixup.isPresent() ? images.classes() : 0;
    SampleShape shape =
        new SampleShape(transform.channels(), transform.imgSize(), transform.imgSize());
    this.ring =
        new BatchRing<>(reading.workers(), () -> new LabelledBuffers(batchSize, shape, targets));
  }

  @Override
  public int stepsPerEpoch() {
    return labels.size() / batchSize;
  }

  @Override
  public int batchSize() {
    return batchSize;
  }

  @Override
  public String imageName(int index) {
    return images.name(index);
  }

  @Override
  public SkippedImages skipped() {
    return images.skipped();
  }

  @Override
  public DecodedImages decoded() {
    return images.decoded();
  }

  @Override
  public Optional<String> cacheFault() {
    return images.cacheFault();
  }

  @Override
  public void close() {
    images.close();
  }

  @Override
  public EpochBatches<LabelledBatch> epoch(int epoch, int firstStep) {
    StepSpan span = FullBatches.span(labels.size(), batchSize, epoch, firstStep);
    return ring.start(span, new Maker(epoch, SampleRandom.order(seed, epoch, labels.size())));
  }

  /** Augments and mixes the images of one epoch in a given order. */
  private final class Maker implements BatchMaker<LabelledBatch> {
    private final int epoch;
    private final int[] order;

    Maker(int epoch, int[] order) {
      this.epoch = epoch;
      this.order = order;
    }

    @Override
    public void makeSample(int step, int row) throws DataException {
      int position = step * batchSize + row;
      ReadableImages.Indexed source = images.at(position, order);
      FloatBuffer pixels = ring.at(step).row(row, source.index(), labels.label(source.index()));
      transform.write(source.image(), SampleRandom.AUGMENT.of(seed, epoch, position), pixels);
    }

    @Override
    public void complete(int step) {
      LabelledBuffers batch = ring.at(step);
      batch.gather(batchSize);
      mixup.ifPresent(mix -> mix.apply(batch, SampleRandom.MIX.of(seed, epoch, step)));
    }

    @Override
    public Optional<LabelledBatch> batch(int step) {
      return ring.at(step).asBatch(step);
    }
  }
}
