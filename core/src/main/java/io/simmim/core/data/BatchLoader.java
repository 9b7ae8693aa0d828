package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.Normalization;
import io.simmim.core.image.PretrainTransform;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import java.util.Optional;

/**
 * Pre-training batches out of a folder (official {@code data/data_simmim.py}): every epoch visits
 * the images in a new random order, crops, flips and masks each anew, and drops the last incomplete
 * batch. All of it follows from the seed, the epoch and the position, so the number of workers and
 * resuming change nothing.
 */
public final class BatchLoader implements EpochLoader<Batch> {

  private final ReadableImages images;
  private final int imageCount;
  private final PretrainTransform transform;
  private final MaskGenerator masks;
  private final int batchSize;
  private final long seed;
  private final BatchRing<BatchBuffers, Batch> ring;

  /**
   * A loader for one run.
   *
   * @param imgSize side of the network's input in pixels, the same as the masks' input size
   * @param channels of the network's input: 3 for colours, 1 for luma
   * @param batchSize samples in a batch
   * @param seed of everything random
   * @throws DataException when there are fewer images than a batch needs, or for another number of
   *     channels
   */
  public BatchLoader(
      ImageFolder images,
      int imgSize,
      int channels,
      MaskGenerator masks,
      int batchSize,
      long seed,
      ImageReading reading)
      throws DataException {
    if (imgSize != masks.inputSize() || batchSize <= 0) {
      throw new IllegalArgumentException(
          "expected masks for %d px and a positive batch size, got %s and %d"
              .formatted(imgSize, masks, batchSize));
    }
    FullBatches.require(images, batchSize);
    Normalization normalization = Normalization.forChannels(channels);
    this.images = new ReadableImages(images, reading);
    this.imageCount = images.size();
    this.transform = new PretrainTransform(imgSize);
    this.masks = masks;
    this.batchSize = batchSize;
    this.seed = seed;
    this.ring =
        new BatchRing<>(reading.workers(), () -> new BatchBuffers(batchSize, masks, normalization));
  }

  @Override
  public int stepsPerEpoch() {
    return imageCount / batchSize;
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
  public EpochBatches<Batch> epoch(int epoch, int firstStep) {
    StepSpan span = FullBatches.span(imageCount, batchSize, epoch, firstStep);
    return ring.start(span, new Maker(epoch, SampleRandom.order(seed, epoch, imageCount)));
  }

  /** Crops, flips and masks the images of one epoch in a given order. */
  private final class Maker implements BatchMaker<Batch> {
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
      RgbImage crop = transform.apply(source.image(), SampleRandom.CROP.of(seed, epoch, position));
      PatchMask mask = masks.generate(SampleRandom.MASK.of(seed, epoch, position));
      ring.at(step).write(row, source.index(), crop, mask);
    }

    @Override
    public void complete(int step) {
      // A batch is no more than its rows.
    }

    @Override
    public Optional<Batch> batch(int step) {
      return Optional.of(ring.at(step).asBatch(step));
    }
  }
}
