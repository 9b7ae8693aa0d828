package io.simmim.workbench.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What to do with files that were dropped on the window. */
public sealed interface DroppedFiles {

  /** Endings of pictures, which are never checkpoints. */
  List<String> PICTURES =
      List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff");

  /** Endings of files that are something else for certain. */
  List<String> OTHERS = List.of(".yaml", ".yml", ".txt", ".json", ".md", ".pdf", ".csv", ".npz");

  /** Open it. */
  record Open(Path file) implements DroppedFiles {}

  /** Open the first and compare it with the second. */
  record Compare(Path a, Path b) implements DroppedFiles {}

  /** Let the open checkpoint fill them in. */
  record Pictures(List<Path> files) implements DroppedFiles {}

  /**
   * Nothing.
   *
   * @param sentence why, and what can be dropped
   */
  record Refuse(String sentence) implements DroppedFiles {}

  /** Decides by number and names; whether a file is a checkpoint, its content tells later. */
  static DroppedFiles of(List<Path> files) {
    if (!files.isEmpty() && files.stream().allMatch(file -> ends(file, PICTURES))) {
      return new Pictures(List.copyOf(files));
    }
    if (files.size() == 1) {
      return one(files.get(0));
    }
    boolean both = files.size() == 2 && files.stream().allMatch(DroppedFiles::mayBeCheckpoint);
    return both
        ? new Compare(files.get(0), files.get(1))
        : new Refuse("Drop one checkpoint to open it, or two to compare them.");
  }

  private static DroppedFiles one(Path file) {
    if (mayBeCheckpoint(file)) {
      return new Open(file);
    }
    return new Refuse(
        Files.isDirectory(file)
            ? "'"
                + file.getFileName()
                + "' is no folder of a Hugging Face model: it has no config.json; drop a checkpoint"
                + " file."
            : "'"
                + file.getFileName()
                + "' is no checkpoint; drop a file of weights, such as .pth or .safetensors.");
  }

  private static boolean mayBeCheckpoint(Path file) {
    return Files.isDirectory(file)
        ? Files.isRegularFile(file.resolve("config.json"))
        : !ends(file, PICTURES) && !ends(file, OTHERS);
  }

  private static boolean ends(Path file, List<String> endings) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }
}
