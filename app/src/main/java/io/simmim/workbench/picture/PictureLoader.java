package io.simmim.workbench.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/** Reads picture files on a background thread and hands them to the toolkit's. */
public final class PictureLoader {

  private final Executor background;
  private final Executor toolkit;

  public PictureLoader(Executor background, Executor toolkit) {
    this.background = background;
    this.toolkit = toolkit;
  }

  /** Loads all files, in order; one that cannot be read is an empty place. */
  public void load(List<Path> files, Consumer<List<Optional<Image>>> receiver) {
    background.execute(
        () -> {
          List<Optional<Image>> images = new ArrayList<>();
          for (Path file : files) {
            images.add(read(file));
          }
          toolkit.execute(() -> receiver.accept(List.copyOf(images)));
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
