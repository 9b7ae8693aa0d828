package io.simmim.core.inspect;

/** What a file's weights are. */
public enum Kind {
  PRETRAINING("SimMIM pre-training"),
  FINE_TUNED("fine-tuned classifier"),
  /** Names as in the Swin repository, where supervised and fine-tuned models have the same. */
  CLASSIFIER("classifier, supervised or fine-tuned: the names are the same and nothing says which"),
  ENCODER("encoder only"),
  UNKNOWN("unknown: its names are of no model known here");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  /** As a phrase. */
  public String text() {
    return text;
  }
}
