package io.simmim.workbench.launch;

import java.util.Arrays;
import java.util.Optional;

/** What a run does. Each stage is a command of the training core, and has the command's name. */
public enum RunStage {
  PRETRAIN("Pre-train", "pre-training"),
  FINETUNE("Fine-tune", "fine-tuning"),
  EVALUATE("Evaluate", "evaluation"),
  THROUGHPUT("Throughput", "throughput");

  private static final String PRETRAIN_FILES = "simmim_pretrain__";
  private static final String FINETUNE_FILES = "simmim_finetune__";

  private final String title;
  private final String noun;

  RunStage(String title, String noun) {
    this.title = title;
    this.noun = noun;
  }

  /** Name of the command, and of the stage in events. */
  public String command() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** On a button. */
  public String title() {
    return title;
  }

  /** In a sentence. */
  public String noun() {
    return noun;
  }

  /** Whether it changes weights over epochs, writes checkpoints and can be resumed. */
  public boolean trains() {
    return this == PRETRAIN || this == FINETUNE;
  }

  /** Whether its images need classes. */
  public boolean classifies() {
    return this == FINETUNE || this == EVALUATE;
  }

  /** Whether it reads a folder of images; the speed is measured on random ones. */
  public boolean needsImages() {
    return this != THROUGHPUT;
  }

  /** The stage of that command. */
  public static Optional<RunStage> of(String command) {
    return Arrays.stream(values()).filter(stage -> stage.command().equals(command)).findFirst();
  }

  /**
   * The stage that a configuration is for, by the official way to name its file.
   *
   * @param now the stage of the moment; kept when the file may serve it, too
   */
  public static RunStage forFile(String fileName, RunStage now) {
    if (fileName.startsWith(PRETRAIN_FILES)) {
      return now == THROUGHPUT ? now : PRETRAIN;
    }
    boolean classifier = fileName.startsWith(FINETUNE_FILES);
    return classifier && now == PRETRAIN ? FINETUNE : now;
  }

  /** The same file name without the official prefix. */
  public static String shortName(String fileName) {
    return fileName.replaceFirst("^(" + PRETRAIN_FILES + "|" + FINETUNE_FILES + ")", "");
  }

  /** Whether a file is named as a configuration for this stage. */
  public boolean namesFile(String fileName) {
    return switch (this) {
      case PRETRAIN -> fileName.startsWith(PRETRAIN_FILES);
      case FINETUNE, EVALUATE, THROUGHPUT -> fileName.startsWith(FINETUNE_FILES);
    };
  }
}
