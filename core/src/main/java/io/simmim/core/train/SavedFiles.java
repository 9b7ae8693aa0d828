package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.CheckpointManifest;
import io.simmim.core.run.CheckpointManifest.Saved;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunFolder.EpochPath;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints that lie in a run folder, whether the manifest lists them or not: files of the
 * official programs, and one that was saved just before a crash, are not listed.
 */
record SavedFiles(RunFolder folder, CheckpointManifest manifest) {

  /** Ordered by when they were saved, the newest last. */
  List<Path> inOrder() throws DataException {
    List<Path> listed =
        manifest.checkpoints().stream()
            .map(saved -> folder.path().resolve(saved.file()))
            .filter(Files::exists)
            .toList();
    List<Path> others = new ArrayList<>(unlisted());
    if (listed.isEmpty()) {
      return others;
    }
    Saved newest = manifest.find(listed.get(listed.size() - 1)).orElseThrow();
    List<Path> later = others.stream().filter(file -> isLater(file, newest)).toList();
    others.removeAll(later);
    return Stream.of(others, listed, later).flatMap(List::stream).toList();
  }

  /** Whether there is none. */
  boolean isEmpty() throws DataException {
    return inOrder().isEmpty();
  }

  /**
   * Opens one of them, or any other file, and makes sure that no value in it was damaged.
   *
   * @throws CheckpointException when it is not as it was saved
   */
  CheckpointFile open(Path file) throws CheckpointException {
    if (isDamaged(file)) {
      throw new CheckpointException(
          "Checkpoint '%s' is damaged (its content is not what the run saved, as checkpoints.json knows); use another copy of it."
              .formatted(file));
    }
    return CheckpointFile.open(file);
  }

  /** Whether it is listed with another content. */
  boolean isDamaged(Path file) {
    return isInFolder(file)
        && manifest.find(file).filter(saved -> !saved.isIntact(folder)).isPresent();
  }

  private boolean isInFolder(Path file) {
    return folder.path().toAbsolutePath().equals(file.toAbsolutePath().getParent());
  }

  private List<Path> unlisted() throws DataException {
    List<Path> whole = folder.checkpoints().stream().map(EpochPath::path).toList();
    return Stream.concat(folder.interimCheckpoints().stream(), whole.stream())
        .filter(file -> manifest.find(file).isEmpty())
        .toList();
  }

  private static boolean isLater(Path file, Saved newest) {
    return position(file)
        .map(
            at ->
                at.epoch() > newest.epoch()
                    || (at.epoch() == newest.epoch() && at.step() > newest.step()))
        .orElse(true); // it is named as damaged then
  }

  private static Optional<Position> position(Path file) {
    try {
      TrainingCheckpoint saved = CheckpointFile.peek(file).training();
      return saved.position().or(() -> Optional.of(new Position(saved.epoch() + 1, 0, 1)));
    } catch (CheckpointException e) {
      return Optional.empty();
    }
  }
}
