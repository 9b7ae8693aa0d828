package io.simmim.workbench.data;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.Interpolation;
import io.simmim.core.image.Resize;
import io.simmim.core.image.RgbImage;
import io.simmim.workbench.picture.Pictures;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/**
 * Small pictures, decoded in the background when they come into view. What came into view last is
 * decoded first, what was scrolled past long ago not at all, and only so many are kept.
 */
final class Thumbnails {

  /** Twice the side at which they are shown, for screens with fine pixels. */
  private static final int SIDE = 176;

  /** About 60 MB. */
  private static final int KEPT = 500;

  private record Request(Path file, BooleanSupplier wanted, Consumer<Optional<Image>> receiver) {}

  private final Executor background;
  private final Executor toolkit;
  private final ImageDecoder decoder = new ImageDecoder();
  private final Deque<Request> waiting = new ArrayDeque<>();
  private final Map<Path, Optional<Image>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Optional<Image>> eldest) {
          return size() > KEPT;
        }
      };

  Thumbnails(Executor background, Executor toolkit) {
    this.background = background;
    this.toolkit = toolkit;
  }

  /**
   * Gives the picture of a file, at once when it is kept, else later by the toolkit's thread; empty
   * when the file cannot be read.
   *
   * @param wanted asked on any thread before the file is decoded; what was scrolled past is not
   */
  void load(Path file, BooleanSupplier wanted, Consumer<Optional<Image>> receiver) {
    Optional<Image> image;
    synchronized (this) {
      image = kept.get(file);
      if (image == null) {
        waiting.addLast(new Request(file, wanted, receiver));
      }
    }
    if (image == null) {
      background.execute(this::decodeNewest);
    } else {
      receiver.accept(image);
    }
  }

  /** Forgets everything: another folder is shown, or files may have changed. */
  synchronized void clear() {
    waiting.clear();
    kept.clear();
  }

  private void decodeNewest() {
    Request request;
    synchronized (this) {
      request = waiting.pollLast();
    }
    if (request == null || !request.wanted().getAsBoolean()) {
      return;
    }
    Optional<Image> image;
    synchronized (this) {
      image = kept.get(request.file());
    }
    if (image == null) {
      image = decode(request.file());
    }
    hand(request, image);
  }

  private void hand(Request request, Optional<Image> image) {
    synchronized (this) {
      kept.put(request.file(), image);
    }
    toolkit.execute(() -> request.receiver().accept(image));
  }

  private Optional<Image> decode(Path file) {
    try {
      return Optional.of(Pictures.of(small(decoder.decode(file))));
    } catch (DataException e) {
      // The survey says why; here its place stays marked.
      return Optional.empty();
    }
  }

  private static RgbImage small(RgbImage image) {
    double factor = (double) SIDE / Math.max(image.width(), image.height());
    if (factor >= 1) {
      return image;
    }
    int width = Math.max(1, (int) Math.round(image.width() * factor));
    int height = Math.max(1, (int) Math.round(image.height() * factor));
    return new Resize(width, height, Interpolation.BILINEAR).apply(image);
  }
}
