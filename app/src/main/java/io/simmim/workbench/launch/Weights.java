package io.simmim.workbench.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The checkpoint that a run begins with.
 *
 * @param option what it is to the command
 * @param partly whether parameters of the encoder that it lacks may keep their initial values
 */
public record Weights(String option, Path file, boolean partly) {

  /** Weights to fine-tune. */
  public static Weights pretrained(Path file, boolean partly) {
    return new Weights("--pretrained", file, partly);
  }

  /** A run to go on with, or a classifier to evaluate. */
  public static Weights resumed(Path file) {
    return new Weights("--resume", file, false);
  }

  List<String> arguments() {
    List<String> words = new ArrayList<>(List.of(option, file.toString()));
    if (partly) {
      words.add("--allow-partial");
    }
    return words;
  }
}
