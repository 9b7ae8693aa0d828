package io.simmim.core.inspect;

import io.simmim.core.weights.CheckpointFile;
import java.util.Map;

/** The program that wrote a file, as far as its entries tell. */
public enum Writer {
  WORKBENCH("this program, SimMIM Workbench"),
  SIMMIM("microsoft/SimMIM"),
  SWIN_TRANSFORMER("microsoft/Swin-Transformer"),
  NOT_STATED("not stated");

  private final String text;

  Writer(String text) {
    this.text = text;
  }

  /** As a phrase. */
  public String text() {
    return text;
  }

  static Writer of(CheckpointFile file) {
    // Neither official program has this key.
    if (file.training().position().isPresent() || file.config().containsKey("PRECISION")) {
      return WORKBENCH;
    }
    if (!(file.config().get("MODEL") instanceof Map<?, ?> model)
        || !file.config().containsKey("TRAIN")) {
      return NOT_STATED;
    }
    // Only the later program has a second Swin, and only it scales the loss by itself.
    return model.containsKey("SWINV2") || file.entries().containsKey("scaler")
        ? SWIN_TRANSFORMER
        : SIMMIM;
  }
}
