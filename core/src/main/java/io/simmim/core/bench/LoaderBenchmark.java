package io.simmim.core.bench;

import io.simmim.core.data.BatchLoader;
import io.simmim.core.data.EpochBatches;
import io.simmim.core.data.ImageFolder;
import io.simmim.core.data.ImageReading;
import io.simmim.core.data.SampleRandom;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.Normalization;
import io.simmim.core.image.PretrainTransform;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.FloatBuffer;

/**
 * Times how pre-training gets at its pictures: what one thread needs for a picture in CPU time, and
 * how many pictures the loader gives with several threads. Every picture is decoded anew.
 */
public final class LoaderBenchmark {

  private static final int IMG_SIZE = 192;
  private static final int MASK_PATCH_SIZE = 32;
  private static final int MODEL_PATCH_SIZE = 4;
  private static final double MASK_RATIO = 0.6;
  private static final int BATCH_SIZE = 32;

  /** Pictures of a round; of more, some from everywhere. */
  private static final int MOST = 1000;

  /** Pictures that the Java machine needs to compile the loops. */
  private static final int WARMUP = 2000;

  private static final double NANOS = 1e9;

  private final ImageFolder images;
  private final int count;
  private final int rounds;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final FloatBuffer pixels = FloatBuffer.allocate(RgbImage.CHANNELS * IMG_SIZE * IMG_SIZE);

  /**
   * A benchmark on the images of a folder.
   *
   * @param rounds through the images, or through 1000 of them, 1 or more
   */
  public LoaderBenchmark(ImageFolder images, int rounds) {
    if (rounds < 1) {
      throw new IllegalArgumentException("expected at least one round, got " + rounds);
    }
    this.images = images;
    this.count = Math.min(images.size(), MOST);
    this.rounds = rounds;
  }

  /**
   * CPU seconds that one thread took.
   *
   * @param decode from the file to the picture
   * @param crop random crop, resize to 192 x 192 pixels and flip
   * @param normalise to the network's input
   */
  public record Stages(int images, double decode, double crop, double normalise) {

    /** Images that one core decodes, crops and resizes in a second. */
    public double imagesPerSecond() {
      return images / (decode + crop);
    }

    double seconds() {
      return decode + crop + normalise;
    }
  }

  /**
   * The fastest round in this thread.
   *
   * @throws DataException when an image cannot be read
   */
  public Stages stages() throws DataException {
    for (int seen = 0; seen < WARMUP; seen += count) {
      round(0);
    }
    Stages best = round(0);
    for (int i = 1; i < rounds; i++) {
      Stages stages = round(i);
      best = stages.seconds() < best.seconds() ? stages : best;
    }
    return best;
  }

  private Stages round(int epoch) throws DataException {
    ImageDecoder decoder = new ImageDecoder();
    PretrainTransform transform = new PretrainTransform(IMG_SIZE);
    long decode = 0;
    long crop = 0;
    long normalise = 0;
    for (int n = 0; n < count; n++) {
      int i = (int) ((long) n * images.size() / count);
      long start = threads.getCurrentThreadCpuTime();
      RgbImage image = decoder.decode(images.file(i));
      long decoded = threads.getCurrentThreadCpuTime();
      RgbImage square = transform.apply(image, SampleRandom.CROP.of(0, epoch, i));
      long cropped = threads.getCurrentThreadCpuTime();
      Normalization.IMAGENET.write(square, pixels.clear());
      decode += decoded - start;
      crop += cropped - decoded;
      normalise += threads.getCurrentThreadCpuTime() - cropped;
    }
    return new Stages(count, decode / NANOS, crop / NANOS, normalise / NANOS);
  }

  /**
   * Images per second that a training's loader gives whole batches of, masks included, in the
   * fastest round.
   *
   * @param workers decoding threads, 1 or more
   * @throws DataException when no image can be read
   */
  public double throughput(int workers) throws DataException, InterruptedException {
    MaskGenerator masks =
        new MaskGenerator(IMG_SIZE, MASK_PATCH_SIZE, MODEL_PATCH_SIZE, MASK_RATIO);
    BatchLoader loader =
        new BatchLoader(
            images,
            IMG_SIZE,
            RgbImage.CHANNELS,
            masks,
            Math.min(BATCH_SIZE, images.size()),
            0,
            new ImageReading(new ImageDecoder(), workers, 0));
    double best = 0;
    for (int epoch = 0; epoch < rounds; epoch++) {
      best = Math.max(best, epoch(loader, epoch));
    }
    return best;
  }

  private static double epoch(BatchLoader loader, int epoch)
      throws DataException, InterruptedException {
    long start = System.nanoTime();
    int seen = 0;
    try (EpochBatches<?> batches = loader.epoch(epoch, 0)) {
      for (; batches.hasNext() && seen < MOST; batches.next()) {
        seen += loader.batchSize();
      }
    }
    return seen * NANOS / (System.nanoTime() - start);
  }
}
