package io.simmim.workbench.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The files that were opened last, newest first, none twice. */
public final class RecentFiles {

  private static final int MOST = 8;

  private final ObservableList<Path> files = FXCollections.observableArrayList();
  // Held: its listeners would go with it.
  private final ObservableList<Path> offered = FXCollections.unmodifiableObservableList(files);
  private final Consumer<List<Path>> remember;

  /**
   * @param remembered those of last time
   * @param remember told whenever the list changes
   */
  public RecentFiles(List<Path> remembered, Consumer<List<Path>> remember) {
    files.addAll(remembered.stream().limit(MOST).toList());
    this.remember = remember;
  }

  /** Those to offer. */
  public ObservableList<Path> files() {
    return offered;
  }

  void add(Path file) {
    List<Path> now = new ArrayList<>(files);
    now.remove(file);
    now.add(0, file);
    change(now.subList(0, Math.min(MOST, now.size())));
  }

  /** Takes a file off the list that is not there any more. */
  void remove(Path file) {
    List<Path> now = new ArrayList<>(files);
    if (now.remove(file)) {
      change(now);
    }
  }

  private void change(List<Path> now) {
    files.setAll(now);
    remember.accept(List.copyOf(now));
  }
}
