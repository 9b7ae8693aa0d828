package io.simmim.workbench.masks;

import io.simmim.core.run.RunFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

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

  /**
   * As {@link #of}; where that is the same for two files, with the folder that tells them apart.
   */
  static Map<Path, String> apart(List<Path> checkpoints) {
    Map<String, List<Path>> alike =
        checkpoints.stream().distinct().collect(Collectors.groupingBy(ModelNames::of));
    Map<Path, String> names = new HashMap<>();
    alike.forEach(
        (name, files) ->
            files.forEach(
                file -> names.put(file, files.size() == 1 ? name : name + " in " + folder(file))));
    return names;
  }

  /** The folder of the runs of a run's checkpoint, of any other the folder that it lies in. */
  private static Path folder(Path checkpoint) {
    Path parent = checkpoint.toAbsolutePath().getParent();
    return RunFolder.epochOf(checkpoint).isPresent() && parent.getParent() != null
        ? parent.getParent()
        : parent;
  }

  /** Fewer still, to stand over a picture. */
  static String brief(Path checkpoint) {
    OptionalInt epoch = RunFolder.epochOf(checkpoint);
    return epoch.isPresent()
        ? "epoch " + (epoch.getAsInt() + 1)
        : CheckpointEndings.cutOff(checkpoint.getFileName().toString());
  }
}
