package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.PretrainTransform;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import java.util.ArrayList;
import java.util.List;

/**
 * Pre-training batches out of a folder (official {@code data/data_simmim.py}): every epoch visits
 * the images in a new random order, crops, flips and masks each anew, and drops the last incomplete
 * batch. All of it follows from the seed, the epoch and the position, so the number of workers and
 * resuming change nothing.
 */
public final class BatchLoader {

  /** Batches that may be under way beside the one in use. */
  private static final int PREFETCHED = 3;

  private final ReadableImages images;
  private final int imageCount;
  private final PretrainTransform transform;
  private final MaskGenerator masks;
  private final int batchSize;
  private final int workers;
  private final long seed;
  private final List<BatchBuffers> buffers = new ArrayList<>();
  private EpochBatches open;

  /** As the full constructor, with the official decoder and a quarter of the heap for images. */
  public BatchLoader(
      ImageFolder images, int imgSize, MaskGenerator masks, int batchSize, int workers, long seed)
      throws DataException {
    this(
        images,
        imgSize,
        masks,
        batchSize,
        workers,
        seed,
        new ImageDecoder(),
        Runtime.getRuntime().maxMemory() / 4);
  }

  /**
   * A loader for one run.
   *
   * @param imgSize side of the network's input in pixels, the same as the masks' input size
   * @param batchSize samples in a batch
   * @param workers decoding threads; 0 decodes in the thread that asks for the batch
   * @param seed of everything random
   * @param cacheBytes memory for decoded images, which are then not decoded again; 0 keeps none
   * @throws DataException when there are fewer images than a batch needs
   */
  public BatchLoader(
      ImageFolder images,
      int imgSize,
      MaskGenerator masks,
      int batchSize,
      int workers,
      long seed,
      ImageDecoder decoder,
      long cacheBytes)
      throws DataException {
    if (imgSize != masks.inputSize() || batchSize <= 0 || workers < 0 || cacheBytes < 0) {
      throw new IllegalArgumentException(
          "expected masks for %d px, a positive batch size, no negative workers or cache, got %s, %d, %d, %d"
              .formatted(imgSize, masks, batchSize, workers, cacheBytes));
    }
    if (images.size() < batchSize) {
      throw new DataException(
          "The %d images below %s do not fill one batch of %d, and incomplete batches are dropped: "
                  .formatted(images.size(), images.root(), batchSize)
              + "choose a batch size of at most %d or add images.".formatted(images.size()));
    }
    this.images = new ReadableImages(images, decoder, cacheBytes);
    this.imageCount = images.size();
    this.transform = new PretrainTransform(imgSize);
    this.masks = masks;
    this.batchSize = batchSize;
    this.workers = workers;
    this.seed = seed;
  }

  /** Full batches in an epoch, at least 1. */
  public int stepsPerEpoch() {
    return imageCount / batchSize;
  }

  public int batchSize() {
    return batchSize;
  }

  /** Images that could not be read so far. */
  public SkippedImages skipped() {
    return images.skipped();
  }

  /**
   * Starts an epoch; the one before must be closed, because both share their memory.
   *
   * @param epoch from 0
   * @param firstStep the step to begin with, 0..stepsPerEpoch, to resume within an epoch
   */
  public synchronized EpochBatches epoch(int epoch, int firstStep) {
    if (epoch < 0 || firstStep < 0 || firstStep > stepsPerEpoch()) {
      throw new IllegalArgumentException(
          "expected an epoch from 0 and a first step in 0..%d, got %d and %d"
              .formatted(stepsPerEpoch(), epoch, firstStep));
    }
    if (open != null && !open.isClosed()) {
      throw new IllegalStateException("the epoch before is still open");
    }
    while (buffers.size() < (workers == 0 ? 1 : 1 + PREFETCHED)) {
      buffers.add(new BatchBuffers(batchSize, masks));
    }
    int[] order = SampleRandom.order(seed, epoch, imageCount);
    open =
        new EpochBatches(
            new EpochBatches.Span(firstStep, stepsPerEpoch(), batchSize),
            buffers,
            workers,
            (position, target, row) -> makeSample(epoch, order, position, target, row));
    return open;
  }

  private void makeSample(int epoch, int[] order, int position, BatchBuffers target, int row)
      throws DataException {
    ReadableImages.Indexed source = images.at(position, order);
    RgbImage crop = transform.apply(source.image(), SampleRandom.CROP.of(seed, epoch, position));
    PatchMask mask = masks.generate(SampleRandom.MASK.of(seed, epoch, position));
    target.write(row, source.index(), crop, mask);
  }
}
