package io.simmim.workbench.shell;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something to tell the user.
 *
 * @param sentence one plain sentence with the remedy
 * @param details for the fold: technical text, may be empty
 * @param actions what can be done about it at once
 */
public record Notice(Kind kind, String sentence, String details, List<Action> actions) {

  public Notice {
    actions = List.copyOf(actions);
  }

  /** A notice without a button. */
  public Notice(Kind kind, String sentence, String details) {
    this(kind, sentence, details, List.of());
  }

  /** Whether it went wrong. */
  public enum Kind {
    DONE,
    FAILED
  }

  /**
   * A button on the notice.
   *
   * @param title on the button
   */
  public record Action(String title, Runnable action) {}

  public static Notice done(String sentence) {
    return new Notice(Kind.DONE, sentence, "");
  }

  public static Notice failed(String sentence, String details) {
    return new Notice(Kind.FAILED, sentence, details);
  }

  /** The same with one more button. */
  public Notice with(Action button) {
    return new Notice(
        kind, sentence, details, Stream.concat(actions.stream(), Stream.of(button)).toList());
  }
}
