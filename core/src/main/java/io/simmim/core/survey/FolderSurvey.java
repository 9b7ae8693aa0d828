package io.simmim.core.survey;

import io.simmim.core.data.DataFolders;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageDecoder;
import java.nio.file.Path;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Looks through a folder of images on all processors.
 *
 * @param decoder the decoder of the training that the images are for
 * @param everything decode every file, which alone finds damage in the middle of one; otherwise
 *     only heads are read, and whole files where these are suspicious
 * @param imgSize side of the network's input in pixels; smaller images are remarked on
 */
public record FolderSurvey(ImageDecoder decoder, boolean everything, int imgSize) {

  /** Files handed out at once, so that a cancelled survey has little left to do. */
  private static final int AHEAD = 64;

  private static final long REPORT_NANOS = 150_000_000;

  /**
   * Looks into every image below a folder, listed as training lists them.
   *
   * @param progress is given what is known so far, by the calling thread, several times a second
   * @return what is known in the end
   * @throws DataException when the folder is missing, unreadable or holds no image
   * @throws InterruptedException when the calling thread is interrupted, which ends the survey
   */
  public FolderReport look(Path root, Consumer<FolderReport> progress)
      throws DataException, InterruptedException {
    Tally tally = new Tally(DataFolders.of(root));
    progress.accept(tally.report());
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), FolderSurvey::worker);
    try {
      look(tally, pool, progress);
    } catch (ExecutionException e) {
      throw new IllegalStateException("looking into an image failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
    return tally.report();
  }

  private void look(Tally tally, ExecutorService pool, Consumer<FolderReport> progress)
      throws InterruptedException, ExecutionException {
    FileCheck check = new FileCheck(decoder, everything, imgSize);
    CompletionService<Runnable> done = new ExecutorCompletionService<>(pool);
    long next = System.nanoTime() + REPORT_NANOS;
    int handedOut = 0;
    for (int back = 0; back < tally.images(); back++) {
      for (; handedOut < Math.min(tally.images(), back + AHEAD); handedOut++) {
        int index = handedOut;
        done.submit(() -> tally.entry(index, check));
      }
      done.take().get().run();
      if (System.nanoTime() > next) {
        progress.accept(tally.report());
        next = System.nanoTime() + REPORT_NANOS;
      }
    }
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(task, "survey");
    thread.setDaemon(true);
    return thread;
  }
}
