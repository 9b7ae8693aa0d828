package io.simmim.workbench.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * Versions of a value, to go back and forth through. Changes of one kind that follow each other
 * quickly, such as the letters of a word, count as one.
 */
final class History<T> {

  private static final long SAME_MOVE_MILLIS = 1200;

  private record Version<T>(T value, String kind, long time) {}

  private final List<Version<T>> versions = new ArrayList<>();
  private int current;

  History(T first) {
    versions.add(new Version<>(first, "", 0));
  }

  /** Forgets everything and begins with another value. */
  void restart(T first) {
    versions.clear();
    current = 0;
    versions.add(new Version<>(first, "", 0));
  }

  T current() {
    return versions.get(current).value();
  }

  /**
   * Adds a version; what was undone before it is forgotten.
   *
   * @param kind of change; an empty one never joins the change before
   * @param time in milliseconds
   */
  void add(T value, String kind, long time) {
    versions.subList(current + 1, versions.size()).clear();
    Version<T> last = versions.get(current);
    boolean joins =
        !kind.isEmpty() && kind.equals(last.kind()) && time - last.time() < SAME_MOVE_MILLIS;
    if (joins) {
      versions.set(current, new Version<>(value, kind, time));
    } else {
      versions.add(new Version<>(value, kind, time));
      current++;
    }
  }

  boolean canUndo() {
    return current > 0;
  }

  boolean canRedo() {
    return current < versions.size() - 1;
  }

  void undo() {
    current = Math.max(0, current - 1);
  }

  void redo() {
    current = Math.min(versions.size() - 1, current + 1);
  }
}
