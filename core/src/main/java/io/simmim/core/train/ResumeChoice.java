package io.simmim.core.train;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.CheckpointManifest;
import io.simmim.core.run.RunFolder;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run goes on from.
 *
 * @param file its checkpoint; empty for a run that begins anew
 * @param checkpoint what the file holds
 * @param explicit whether the user chose it
 * @param remarks sentences about newer checkpoints that are damaged
 */
record ResumeChoice(
    Optional<Path> file,
    Optional<CheckpointFile> checkpoint,
    boolean explicit,
    List<String> remarks) {

  private static final ResumeChoice NOTHING =
      new ResumeChoice(Optional.empty(), Optional.empty(), false, List.of());

  /**
   * An explicit {@code --resume} wins. Otherwise, with TRAIN.AUTO_RESUME, the one that was saved
   * last in the run's own folder and is whole: the official code takes the newest by file time, and
   * lets that override the user's choice.
   *
   * @throws SimMimException when the user's choice, or every file there is, cannot be read
   */
  static ResumeChoice of(ExperimentConfig config, RunFolder folder) throws SimMimException {
    String explicit = config.model().resume();
    if (!explicit.isBlank()) {
      return chosen(Path.of(explicit), folder);
    }
    return config.train().autoResume() ? newest(folder) : NOTHING;
  }

  /** Whether a run begins anew: nothing is given to resume from, and nothing is in its folder. */
  static boolean begins(ExperimentConfig config, RunFolder folder) throws SimMimException {
    return config.model().resume().isBlank()
        && (!config.train().autoResume()
            || new SavedFiles(folder, CheckpointManifest.EMPTY).isEmpty());
  }

  private static ResumeChoice chosen(Path file, RunFolder folder) throws SimMimException {
    CheckpointFile checkpoint = CheckpointFile.open(file);
    List<String> remarks = new ArrayList<>();
    SavedFiles files = new SavedFiles(folder, manifest(folder, remarks));
    if (files.isDamaged(file)) {
      remarks.add(
          "'%s' is not what this run saved under that name, but it is whole by its own checksums, so it is taken."
              .formatted(file));
    }
    return new ResumeChoice(Optional.of(file), Optional.of(checkpoint), true, List.copyOf(remarks));
  }

  private static ResumeChoice newest(RunFolder folder) throws SimMimException {
    List<String> remarks = new ArrayList<>();
    SavedFiles files = new SavedFiles(folder, manifest(folder, remarks));
    List<Path> saved = files.inOrder();
    List<String> damaged = new ArrayList<>();
    for (int i = saved.size() - 1; i >= 0; i--) {
      Path file = saved.get(i);
      try {
        CheckpointFile checkpoint = files.open(file);
        remarks.addAll(instead(damaged, file));
        return new ResumeChoice(
            Optional.of(file), Optional.of(checkpoint), false, List.copyOf(remarks));
      } catch (CheckpointException e) {
        if (i == 0) {
          throw e;
        }
        damaged.add(e.getMessage());
      }
    }
    return NOTHING;
  }

  private static List<String> instead(List<String> damaged, Path taken) {
    return damaged.isEmpty()
        ? List.of()
        : List.of(
            "%s The run goes on from %s, the newest one that is whole."
                .formatted(String.join(" ", damaged), taken.getFileName()));
  }

  private static CheckpointManifest manifest(RunFolder folder, List<String> remarks) {
    try {
      return CheckpointManifest.read(folder.checkpointManifest());
    } catch (DataException e) {
      remarks.add(e.getMessage());
      return CheckpointManifest.EMPTY;
    }
  }
}
