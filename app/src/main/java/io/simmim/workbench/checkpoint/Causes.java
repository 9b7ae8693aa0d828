package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.Printable;
import java.util.ArrayList;
import java.util.List;

/** The causes of a failure as text for the fold with the details. */
final class Causes {

  private static final int MOST = 8;

  private Causes() {}

  /** One line a cause; empty when there is none. */
  static String of(Throwable failure) {
    List<String> lines = new ArrayList<>();
    Throwable cause = failure.getCause();
    while (cause != null && lines.size() < MOST) {
      lines.add(Printable.of(cause));
      cause = cause.getCause();
    }
    return String.join("\n", lines);
  }
}
