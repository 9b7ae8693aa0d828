package io.simmim.core.train;

import io.simmim.core.data.SkippedImages;
import io.simmim.core.run.RunEvent;
import java.time.Instant;

/** Says which images could not be read. */
final class SkippedReport {

  private static final int NAMED = 20;

  private SkippedReport() {}

  static RunEvent.Skipped of(SkippedImages skipped) {
    return new RunEvent.Skipped(
        Instant.now(),
        skipped.count(),
        skipped.snapshot().stream().limit(NAMED).map(s -> s.file() + ": " + s.reason()).toList());
  }
}
