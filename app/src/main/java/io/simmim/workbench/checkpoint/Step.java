package io.simmim.workbench.checkpoint;

/** What a user may want to do next with a file. */
public enum Step {
  RECONSTRUCT("Reconstruct…", "reconstruct"),
  EVALUATE("Evaluate…", "evaluate"),
  FINETUNE("Fine-tune from this…", "fine-tune"),
  CONVERT("Convert", "convert"),
  COMPARE("Compare with…", "compare");

  private final String title;
  private final String verb;

  Step(String title, String verb) {
    this.title = title;
    this.verb = verb;
  }

  /** On its button. */
  public String title() {
    return title;
  }

  /** In a sentence. */
  public String verb() {
    return verb;
  }

  /** For ids of the window. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
