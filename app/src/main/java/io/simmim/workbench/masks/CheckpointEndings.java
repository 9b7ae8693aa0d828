package io.simmim.workbench.masks;

import java.util.List;
import java.util.Locale;

/** How names of checkpoint files end. */
public final class CheckpointEndings {

  private static final List<String> ALL =
      List.of(".pth", ".pt", ".safetensors", ".bin", ".ckpt", ".tar");

  private CheckpointEndings() {}

  /** For a file dialog. */
  public static List<String> patterns() {
    return ALL.stream().map(ending -> "*" + ending).toList();
  }

  /** Whether a file name has one. */
  public static boolean has(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ALL.stream().anyMatch(lower::endsWith);
  }

  /** The name as it is without it. */
  static String cutOff(String name) {
    return has(name) ? name.substring(0, name.lastIndexOf('.')) : name;
  }
}
