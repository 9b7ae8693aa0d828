package io.simmim.core.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Values from the command line that win over every file: first the pairs of {@code --opts}, then
 * options of their own such as {@code --batch-size}, as in the official program.
 *
 * @param opts {@code KEY VALUE KEY VALUE ...}
 */
public record Overrides(List<String> opts, List<Named> named) {

  /**
   * An option that sets one key.
   *
   * @param option as typed, for messages: {@code --batch-size}
   */
  public record Named(String option, String path, String value) {}

  public Overrides {
    opts = List.copyOf(opts);
    named = List.copyOf(named);
  }

  public static Overrides none() {
    return new Overrides(List.of(), List.of());
  }

  public static Overrides of(List<String> opts) {
    return new Overrides(opts, List.of());
  }

  /** Adds an option of its own; a null value (option not given) adds nothing. */
  public Overrides and(String option, String path, Object value) {
    if (value == null) {
      return this;
    }
    List<Named> more = new ArrayList<>(named);
    more.add(new Named(option, path, value.toString()));
    return new Overrides(opts, more);
  }
}
