package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.EvalTransform;
import io.simmim.core.image.RgbImage;
import java.util.Optional;

/**
 * Evaluation batches out of labelled images: every image that can be read exactly once, in the
 * folder's order. The last batch may be smaller, and so is one with images that cannot be read.
 */
public final class EvaluationLoader {

  private final ReadableImages images;
  private final LabelledImages labels;
  private final EvalTransform transform;
  private final int batchSize;
  private final BatchRing<LabelledBuffers, LabelledBatch> ring;

  /**
   * A loader for any number of passes.
   *
   * @param batchSize samples in a batch
   */
  public EvaluationLoader(
      LabelledImages images, EvalTransform transform, int batchSize, ImageReading reading) {
    if (batchSize <= 0) {
      throw new IllegalArgumentException(
          "expected a positive batch size, got %d".formatted(batchSize));
    }
    this.images = new ReadableImages(images.folder(), reading);
    this.labels = images;
    this.transform = transform;
    this.batchSize = Math.min(batchSize, images.size());
    SampleShape shape =
        new SampleShape(transform.channels(), transform.imgSize(), transform.imgSize());
    this.ring =
        new BatchRing<>(reading.workers(), () -> new LabelledBuffers(this.batchSize, shape, 0));
  }

  /** Batches of a pass when every image can be read. */
  public int steps() {
    return span().end();
  }

  /** Images to evaluate, those that cannot be read among them. */
  public int size() {
    return labels.size();
  }

  /** Images that could not be read so far; they are in no batch. */
  public SkippedImages skipped() {
    return images.skipped();
  }

  /**
   * Starts a pass; the one before must be closed, because both share their memory. Its end is a
   * {@link DataException} when not one image could be read.
   */
  public EpochBatches<LabelledBatch> batches() {
    return ring.start(span(), new Maker());
  }

  private StepSpan span() {
    return new StepSpan(0, labels.size(), batchSize);
  }

  /** Makes the batches of a pass. */
  private final class Maker implements BatchMaker<LabelledBatch> {

    @Override
    public void makeSample(int step, int row) {
      int index = step * batchSize + row;
      LabelledBuffers batch = ring.at(step);
      Optional<RgbImage> image = images.at(index);
      if (image.isPresent()) {
        transform.write(image.get(), batch.row(row, index, labels.label(index)));
      } else {
        batch.leaveOut(row);
      }
    }

    @Override
    public void complete(int step) throws DataException {
      ring.at(step).gather(span().size(step));
      if (images.skipped().count() == labels.size()) {
        throw images.noneReadable();
      }
    }

    @Override
    public Optional<LabelledBatch> batch(int step) {
      return ring.at(step).asBatch(step);
    }
  }
}
