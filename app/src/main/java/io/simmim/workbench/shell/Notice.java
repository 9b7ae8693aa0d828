package io.simmim.workbench.shell;

/**
 * Something to tell the user.
 *
 * @param sentence one plain sentence with the remedy
 * @param details for the fold: technical text, may be empty
 */
public record Notice(Kind kind, String sentence, String details) {

  /** Whether it went wrong. */
  public enum Kind {
    DONE,
    FAILED
  }

  public static Notice done(String sentence) {
    return new Notice(Kind.DONE, sentence, "");
  }

  public static Notice failed(String sentence, String details) {
    return new Notice(Kind.FAILED, sentence, details);
  }
}
