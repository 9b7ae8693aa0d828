package io.simmim.core.data.scene;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a sample data set was made with; kept beside its pictures, so that a set is never mixed with
 * another one or with pictures of the user.
 */
record SampleSetNote(int imagesPerKind, int size, double valFraction, long seed) {

  private static final String FILE = "samples.txt";

  /** What was asked for, if it can be drawn. */
  static SampleSetNote of(int imagesPerKind, int size, double valFraction, long seed)
      throws DataException {
    if (imagesPerKind < 1
        || size < SampleScene.MIN_SIDE
        || !(valFraction >= 0 && valFraction < 1)) {
      throw new DataException(
          "A sample set has at least 1 picture of each kind, of at least %d pixels, and a val share "
                  .formatted(SampleScene.MIN_SIDE)
              + "from 0 to below 1; asked for were %d, %d and %s."
                  .formatted(imagesPerKind, size, valFraction));
    }
    return new SampleSetNote(imagesPerKind, size, valFraction, seed);
  }

  /** At least one picture of each kind is for training. */
  int valPerKind() {
    return (int) Math.min(imagesPerKind - 1, Math.round(imagesPerKind * valFraction));
  }

  int trainPerKind() {
    return imagesPerKind - valPerKind();
  }

  /** Leaves the note in a new or empty folder; accepts a folder that holds the same one. */
  void claim(Path dir) throws DataException {
    Path file = dir.resolve(FILE);
    try {
      Files.createDirectories(dir);
      if (Files.exists(file)) {
        requireSame(dir, Files.readString(file));
        return;
      }
      requireEmpty(dir);
      Files.writeString(file, text());
    } catch (IOException e) {
      throw new DataException(
          "Cannot write sample pictures to %s (%s); check the folder's permissions."
              .formatted(dir, e),
          e);
    }
  }

  private void requireSame(Path dir, String found) throws DataException {
    if (!found.equals(text())) {
      throw new DataException(
          "%s holds another sample set (%s), not the wanted one (%s); choose another folder or delete it."
              .formatted(dir, found.strip(), text().strip()));
    }
  }

  private static void requireEmpty(Path dir) throws IOException, DataException {
    try (Stream<Path> entries = Files.list(dir)) {
      if (entries.findAny().isPresent()) {
        throw new DataException(
            "%s is not empty; choose a new folder for the sample pictures.".formatted(dir));
      }
    }
  }

  private String text() {
    return "%d images of each kind, %d px, val fraction %s, seed %d%n"
        .formatted(imagesPerKind, size, valFraction, seed);
  }
}
