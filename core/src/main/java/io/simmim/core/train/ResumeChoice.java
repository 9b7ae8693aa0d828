package io.simmim.core.train;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunFolder.EpochPath;
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
 * @param damaged a sentence for each newer checkpoint that could not be read
 */
record ResumeChoice(
    Optional<Path> file, Optional<CheckpointFile> checkpoint, List<String> damaged) {

  private static final ResumeChoice NOTHING =
      new ResumeChoice(Optional.empty(), Optional.empty(), List.of());

  /**
   * An explicit {@code --resume} wins. Otherwise, with TRAIN.AUTO_RESUME, the highest epoch in the
   * run's own folder whose file is whole: the official code takes the newest by file time, and lets
   * that override the user's choice.
   *
   * @throws SimMimException when the user's choice, or every file there is, cannot be read
   */
  static ResumeChoice of(ExperimentConfig config, RunFolder folder) throws SimMimException {
    String explicit = config.model().resume();
    if (!explicit.isBlank()) {
      return read(Path.of(explicit), List.of());
    }
    return config.train().autoResume() ? newest(folder.checkpoints()) : NOTHING;
  }

  /** Whether a run begins anew: nothing is given to resume from, and nothing is in its folder. */
  static boolean begins(ExperimentConfig config, RunFolder folder) throws SimMimException {
    boolean found = config.train().autoResume() && !folder.checkpoints().isEmpty();
    return config.model().resume().isBlank() && !found;
  }

  private static ResumeChoice newest(List<EpochPath> saved) throws CheckpointException {
    List<String> damaged = new ArrayList<>();
    for (int i = saved.size() - 1; i >= 0; i--) {
      try {
        return read(saved.get(i).path(), damaged);
      } catch (CheckpointException e) {
        if (i == 0) {
          throw e;
        }
        damaged.add(e.getMessage());
      }
    }
    return NOTHING;
  }

  private static ResumeChoice read(Path file, List<String> damaged) throws CheckpointException {
    return new ResumeChoice(
        Optional.of(file), Optional.of(CheckpointFile.open(file)), List.copyOf(damaged));
  }
}
