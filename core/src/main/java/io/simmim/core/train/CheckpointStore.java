package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.CheckpointManifest;
import io.simmim.core.run.CheckpointManifest.Saved;
import io.simmim.core.run.ContentHash;
import io.simmim.core.run.DiskFault;
import io.simmim.core.run.EventSink;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The checkpoints in a run's own folder. What is saved is told once it is safely on disk and in the
 * manifest; what is surplus is deleted once the newest was read back as it was written.
 */
final class CheckpointStore {

  private final RunFolder folder;
  private final TrainState state;
  private final Surplus surplus;
  private final EventSink events;
  private CheckpointManifest manifest;

  CheckpointStore(RunFolder folder, TrainState state, Surplus surplus, EventSink events) {
    this.folder = folder;
    this.state = state;
    this.surplus = surplus;
    this.events = events;
    this.manifest = readOrEmpty(folder);
  }

  // Whoever resumed has said already that it cannot be read.
  private static CheckpointManifest readOrEmpty(RunFolder folder) {
    try {
      return CheckpointManifest.read(folder.checkpointManifest());
    } catch (DataException e) {
      return CheckpointManifest.EMPTY;
    }
  }

  /** Whether the newest checkpoint was deleted, or the whole folder. */
  boolean newestIsGone() {
    return manifest.newest().filter(saved -> !Files.exists(path(saved))).isPresent();
  }

  /** The newest checkpoint's file in the folder. */
  Optional<String> newest() {
    return manifest.newest().map(Saved::file);
  }

  /**
   * Saves.
   *
   * @param score as in {@link Saved#score}
   * @param last the last batch of the run that is in it
   * @throws SimMimException when the disk refuses it; an older file of that name may then be gone
   *     from the manifest, but is still there
   */
  void save(Path file, Moment moment, double score, int epoch, long last) throws SimMimException {
    String name = file.getFileName().toString();
    forget(saved -> saved.file().equals(name) || !Files.exists(path(saved)));
    ContentHash hash = state.save(file, moment);
    Position next = moment.next();
    Saved saved = new Saved(name, hash.bytes(), hash.sha256(), next.epoch(), next.step(), score);
    keep(manifest.with(saved));
    events.accept(new RunEvent.Checkpoint(Instant.now(), epoch, last, name));
    prune(saved);
  }

  private void forget(Predicate<Saved> gone) throws DataException {
    CheckpointManifest left = manifest.without(gone);
    if (!left.equals(manifest)) {
      keep(left);
    }
  }

  private void keep(CheckpointManifest next) throws DataException {
    next.write(folder.checkpointManifest());
    manifest = next;
  }

  // That old files cannot be deleted is not worth a run.
  private void prune(Saved newest) throws DataException {
    List<Saved> unneeded = surplus.of(manifest.checkpoints());
    if (unneeded.isEmpty()) {
      return;
    }
    if (!newest.isIntact(folder)) {
      warn(
          "%s does not read back as it was written, so no older checkpoint is deleted; check the disk."
              .formatted(path(newest)));
      return;
    }
    List<String> deleted = new ArrayList<>();
    try {
      for (Saved old : unneeded) {
        Files.deleteIfExists(path(old));
        deleted.add(old.file());
      }
    } catch (IOException e) {
      warn(DiskFault.deleting(folder.path(), e).getMessage());
    }
    forget(saved -> deleted.contains(saved.file()));
    events.accept(new RunEvent.Pruned(Instant.now(), deleted));
  }

  private void warn(String sentence) throws DataException {
    events.accept(new RunEvent.Warning(Instant.now(), sentence));
  }

  private Path path(Saved saved) {
    return folder.path().resolve(saved.file());
  }
}
