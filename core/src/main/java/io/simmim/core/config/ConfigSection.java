package io.simmim.core.config;

/** The group a key belongs to in the window's form and in the documentation. */
public enum ConfigSection {
  DATA("Data"),
  MASK("Mask"),
  MODEL("Model"),
  TRAINING("Training"),
  SCHEDULE("Schedule"),
  AUGMENTATION("Augmentation"),
  OUTPUT("Output");

  private final String title;

  ConfigSection(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
