package io.simmim.core.run;

import com.google.gson.JsonParseException;
import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The checkpoints that a run has saved, in the order in which it did, in {@code checkpoints.json}.
 * A file enters it once it is safely on disk, and leaves it before it is replaced or deleted: what
 * is listed and has another content was damaged.
 */
public record CheckpointManifest(List<Saved> checkpoints) {

  /** No checkpoint was saved yet. */
  public static final CheckpointManifest EMPTY = new CheckpointManifest(List.of());

  /**
   * A checkpoint.
   *
   * @param file its name in the run folder
   * @param epoch of the batch that the run goes on with, from 0
   * @param step of that batch in its epoch, from 0
   * @param score how good it is, the higher the better: top-1 accuracy in percent, or the negative
   *     mean loss of the epoch before it in pre-training; NaN within an epoch
   */
  public record Saved(String file, long bytes, String sha256, int epoch, int step, double score) {

    /** Whether it was saved within an epoch, to be replaced by a later one. */
    public boolean isInterim() {
      return RunFolder.isInterim(file);
    }

    /** Whether the file is there with the content that was saved. */
    public boolean isIntact(RunFolder folder) {
      try {
        Path path = folder.path().resolve(file);
        return Files.size(path) == bytes && ContentHash.of(path).sha256().equals(sha256);
      } catch (IOException e) {
        return false;
      }
    }
  }

  public CheckpointManifest {
    checkpoints = checkpoints == null ? List.of() : List.copyOf(checkpoints);
  }

  /** What is known of a file. */
  public Optional<Saved> find(Path file) {
    String name = file.getFileName().toString();
    return checkpoints.stream().filter(saved -> saved.file().equals(name)).findFirst();
  }

  /** The one that was saved last. */
  public Optional<Saved> newest() {
    return checkpoints.isEmpty()
        ? Optional.empty()
        : Optional.of(checkpoints.get(checkpoints.size() - 1));
  }

  /** The same with one more, the newest. */
  public CheckpointManifest with(Saved saved) {
    CheckpointManifest others = without(other -> other.file().equals(saved.file()));
    return new CheckpointManifest(
        Stream.concat(others.checkpoints.stream(), Stream.of(saved)).toList());
  }

  /** The same without some. */
  public CheckpointManifest without(Predicate<Saved> gone) {
    return new CheckpointManifest(checkpoints.stream().filter(gone.negate()).toList());
  }

  /** Replaces the file in one step. */
  public void write(Path file) throws DataException {
    try {
      AtomicFile.writeString(file, RunJson.PRETTY.toJson(this) + "\n");
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  /**
   * {@link #EMPTY} when the file does not exist.
   *
   * @throws DataException when it is there but damaged
   */
  public static CheckpointManifest read(Path file) throws DataException {
    try {
      CheckpointManifest read =
          RunJson.PRETTY.fromJson(Files.readString(file), CheckpointManifest.class);
      if (read == null || read.checkpoints().stream().anyMatch(CheckpointManifest::isBroken)) {
        throw new JsonParseException("it is not whole");
      }
      return read;
    } catch (NoSuchFileException e) {
      return EMPTY;
    } catch (IOException | JsonParseException | NullPointerException e) {
      throw new DataException(
          "Cannot read %s (%s), so checkpoints are checked by their own checksums only; the next one that is saved replaces it."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static boolean isBroken(Saved saved) {
    return saved.file() == null || saved.sha256() == null;
  }
}
