package io.simmim.workbench.shell;

import java.util.Objects;

/**
 * Something that can be done by its name in the command palette.
 *
 * @param title what it does
 * @param place where it belongs, such as the title of a page; empty for everywhere
 * @param keys as the keyboard labels them; empty for none
 * @param page to go to first, or {@code null} for none
 */
public record Command(String title, String place, String keys, PageId page, Runnable action) {

  public Command {
    Objects.requireNonNull(title);
    Objects.requireNonNull(action);
  }

  /** What a key does. */
  public static Command of(Shortcut shortcut) {
    PageId page = shortcut.where();
    return new Command(
        shortcut.does(),
        page == null ? "" : page.title(),
        shortcut.key().getDisplayText(),
        page,
        shortcut.action());
  }

  /** Something without a key that is in reach from everywhere. */
  public static Command of(String title, String place, Runnable action) {
    return new Command(title, place, "", null, action);
  }
}
