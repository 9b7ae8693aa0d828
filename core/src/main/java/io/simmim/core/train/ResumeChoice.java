package io.simmim.core.train;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunFolder.EpochPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which checkpoint a run goes on from. An explicit {@code --resume} wins. Otherwise, with
 * TRAIN.AUTO_RESUME, the one with the highest epoch in the run's own folder: the official code
 * takes the newest by file time, and lets that override the user's choice.
 */
record ResumeChoice(ExperimentConfig config, RunFolder folder) {

  Optional<Path> checkpoint() throws DataException {
    String explicit = config.model().resume();
    if (!explicit.isBlank()) {
      return Optional.of(Path.of(explicit));
    }
    if (!config.train().autoResume()) {
      return Optional.empty();
    }
    List<EpochPath> saved = folder.checkpoints();
    return saved.isEmpty() ? Optional.empty() : Optional.of(saved.get(saved.size() - 1).path());
  }
}
