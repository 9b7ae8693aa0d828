package io.simmim.core.data.scene;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Writes a labelled data set of drawn scenes. */
public final class SampleDataset {

  private static final float JPEG_QUALITY = 0.92f;

  private final SampleSetNote note;
  private final ImageEncoder encoder = ImageEncoder.jpeg(JPEG_QUALITY);

  private SampleDataset(SampleSetNote note) {
    this.note = note;
  }

  /** Told after every picture, by the calling thread. */
  public interface Progress {
    void written(int pictures, int total);
  }

  private record Picture(Path file, SampleScene kind, long seed) {}

  /**
   * Writes {@code dir/train/<kind>/<n>.jpg} and {@code dir/val/<kind>/<n>.jpg}, on all processors.
   * Pictures that an earlier, interrupted call with the same arguments wrote are kept.
   *
   * @param imagesPerKind pictures of each kind, both splits together
   * @param size side in pixels, at least 8
   * @param valFraction share of each kind that goes to val, 0 up to but not including 1
   * @param seed of the whole set; a larger set begins with the pictures of a smaller one
   * @return the number of pictures in the set
   * @throws DataException when a number is out of range, or the folder holds other things or cannot
   *     be written
   * @throws InterruptedException when the calling thread is interrupted; whole pictures remain
   */
  public static int write(
      Path dir, int imagesPerKind, int size, double valFraction, long seed, Progress progress)
      throws DataException, InterruptedException {
    SampleSetNote note = SampleSetNote.of(imagesPerKind, size, valFraction, seed);
    note.claim(dir);
    SampleDataset set = new SampleDataset(note);
    List<Picture> pictures = set.plan(dir);
    set.drawAll(pictures, progress);
    return pictures.size();
  }

  private List<Picture> plan(Path dir) {
    List<Picture> pictures = new ArrayList<>();
    for (SampleScene kind : SampleScene.values()) {
      addSplit(pictures, dir.resolve("train"), kind, note.trainPerKind(), 0);
      addSplit(pictures, dir.resolve("val"), kind, note.valPerKind(), 1);
    }
    return pictures;
  }

  private void addSplit(
      List<Picture> pictures, Path split, SampleScene kind, int count, int splitNumber) {
    for (int i = 0; i < count; i++) {
      Path file = split.resolve(kind.label()).resolve("%04d.jpg".formatted(i));
      long place = (2L * kind.label().hashCode() + splitNumber) << (Integer.SIZE - 1) | i;
      // An odd factor keeps different places apart for every seed.
      pictures.add(new Picture(file, kind, note.seed() + place * 0x9e3779b97f4a7c15L));
    }
  }

  private void drawAll(List<Picture> pictures, Progress progress)
      throws DataException, InterruptedException {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), SampleDataset::worker);
    try {
      CompletionService<Path> done = new ExecutorCompletionService<>(pool);
      pictures.forEach(picture -> done.submit(() -> draw(picture)));
      for (int i = 1; i <= pictures.size(); i++) {
        done.take().get();
        progress.written(i, pictures.size());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DataException fault) {
        throw fault;
      }
      throw new IllegalStateException("drawing a sample failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(task, "samples");
    thread.setDaemon(true);
    return thread;
  }

  private Path draw(Picture picture) throws DataException {
    if (!Files.exists(picture.file())) {
      encoder.write(picture.kind().draw(note.size(), picture.seed()), picture.file());
    }
    return picture.file();
  }
}
