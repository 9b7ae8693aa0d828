package io.simmim.core.bench;

import java.util.Locale;

/** What is done with a batch. */
public enum Work {
  /** Forward, backward, clip, optimizer. */
  STEP,
  /** The loss, without gradients. */
  FORWARD;

  /** The word used in tables and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
