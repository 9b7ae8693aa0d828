package io.simmim.workbench.shell;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * A key and what it does, in the words of the help page.
 *
 * @param where the page it works on, or {@code null} for everywhere
 * @param inFields whether it also works while the user is in a text field; those that such a field
 *     has a meaning of its own for do not
 */
public record Shortcut(
    KeyCombination key, String does, PageId where, boolean inFields, Runnable action) {

  /** Style class of fields whose changes belong to the page's document, as do undo and redo. */
  public static final String EDITS_DOCUMENT = "edits-document";

  /**
   * A key that works on every page; {@code key} as JavaFX writes it, such as {@code Shortcut+1}.
   */
  public static Shortcut everywhere(String key, String does, Runnable action) {
    return new Shortcut(KeyCombination.valueOf(key), does, null, true, action);
  }

  public static Shortcut on(PageId page, String key, String does, Runnable action) {
    return new Shortcut(KeyCombination.valueOf(key), does, page, true, action);
  }

  /** A key that text fields keep for themselves. */
  public static Shortcut outsideFields(PageId page, String key, String does, Runnable action) {
    return new Shortcut(KeyCombination.valueOf(key), does, page, false, action);
  }

  /** Whether it is meant by what was typed, there. */
  boolean matches(KeyEvent event, PageId open) {
    boolean here = where == null || where == open;
    return here && key.match(event) && (inFields || !inForeignField(event));
  }

  private static boolean inForeignField(KeyEvent event) {
    return event.getTarget() instanceof TextInputControl field
        && !field.getStyleClass().contains(EDITS_DOCUMENT);
  }
}
