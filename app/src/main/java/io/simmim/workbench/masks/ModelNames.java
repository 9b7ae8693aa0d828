package io.simmim.workbench.masks;

import io.simmim.core.run.RunFolder;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Checkpoints in few words. */
final class ModelNames {

  private ModelNames() {}

  /** A run's checkpoint by run and epoch, any other by its file name. */
  static String of(Path checkpoint) {
    OptionalInt epoch = RunFolder.epochOf(checkpoint);
    Path run = checkpoint.toAbsolutePath().getParent();
    return epoch.isPresent() && run != null && run.getFileName() != null
        ? run.getFileName() + ", epoch " + (epoch.getAsInt() + 1)
        : checkpoint.getFileName().toString();
  }

  /** Fewer still, to stand over a picture. */
  static String brief(Path checkpoint) {
    OptionalInt epoch = RunFolder.epochOf(checkpoint);
    return epoch.isPresent()
        ? "epoch " + (epoch.getAsInt() + 1)
        : CheckpointEndings.cutOff(checkpoint.getFileName().toString());
  }
}
