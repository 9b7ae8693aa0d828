package io.simmim.workbench.shell;

import javafx.scene.input.KeyCombination;

/**
 * A key and what it does, in the words of the help page.
 *
 * @param where the page it works on, or {@code null} for everywhere
 */
public record Shortcut(KeyCombination key, String does, PageId where, Runnable action) {

  /**
   * A key that works on every page; {@code key} as JavaFX writes it, such as {@code Shortcut+1}.
   */
  public static Shortcut everywhere(String key, String does, Runnable action) {
    return new Shortcut(KeyCombination.valueOf(key), does, null, action);
  }

  public static Shortcut on(PageId page, String key, String does, Runnable action) {
    return new Shortcut(KeyCombination.valueOf(key), does, page, action);
  }
}
