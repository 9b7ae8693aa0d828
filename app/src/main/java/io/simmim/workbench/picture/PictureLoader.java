package io.simmim.workbench.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/** Reads picture files on a background thread and hands them to the toolkit's, for one view. */
public final class PictureLoader {

  private final AtomicLong newest = new AtomicLong();
  private final Executor background;
  private final Executor toolkit;

  public PictureLoader(Executor background, Executor toolkit) {
    this.background = background;
    this.toolkit = toolkit;
  }

  /**
   * Loads rows of files, in order; one that cannot be read is an empty place. A request that was
   * overtaken by the next one before its turn came is dropped.
   */
  public void load(List<List<Path>> rows, Consumer<List<List<Optional<Image>>>> receiver) {
    long request = newest.incrementAndGet();
    background.execute(
        () -> {
          if (request != newest.get()) {
            return;
          }
          List<List<Optional<Image>>> images =
              rows.stream().map(row -> row.stream().map(PictureLoader::read).toList()).toList();
          toolkit.execute(() -> receiver.accept(images));
        });
  }

  private static Optional<Image> read(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      Image image = new Image(stream);
      return image.isError() ? Optional.empty() : Optional.of(image);
    } catch (IOException e) {
      // Gone or half written; the next preview comes with its own files.
      return Optional.empty();
    }
  }
}
