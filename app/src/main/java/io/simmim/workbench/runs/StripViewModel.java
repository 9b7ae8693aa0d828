package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Which of the run's previews is shown: the newest one as they come, until the user chooses an
 * earlier one; choosing the newest again follows again.
 */
public final class StripViewModel {

  private final ObservableList<RunEvent.Preview> previews = FXCollections.observableArrayList();
  private final IntegerProperty index = new SimpleIntegerProperty(this, "index", -1);
  private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
  private final ReadOnlyObjectWrapper<PreviewFiles> files =
      new ReadOnlyObjectWrapper<>(this, "files", PreviewFiles.NONE);
  private final ReadOnlyObjectWrapper<OptionalLong> shownStep =
      new ReadOnlyObjectWrapper<>(this, "shownStep", OptionalLong.empty());
  private RunFolder folder;

  public StripViewModel() {
    index.addListener((p, old, now) -> showFiles());
  }

  /** The previews so far, oldest first. */
  public ObservableList<RunEvent.Preview> previews() {
    return previews;
  }

  /** Index of the shown preview, or -1. */
  public IntegerProperty indexProperty() {
    return index;
  }

  public BooleanProperty followingProperty() {
    return following;
  }

  /** The pictures to show. */
  public ReadOnlyObjectProperty<PreviewFiles> filesProperty() {
    return files.getReadOnlyProperty();
  }

  /** The optimizer step after which the shown pictures were made. */
  public ReadOnlyObjectProperty<OptionalLong> shownStepProperty() {
    return shownStep.getReadOnlyProperty();
  }

  /** The next pictures, after the newest the first again. */
  public void playOn() {
    if (!previews.isEmpty()) {
      choose((index.get() + 1) % previews.size());
    }
  }

  /** The user chose the preview at {@code chosen}. */
  public void choose(int chosen) {
    if (chosen >= 0 && chosen < previews.size()) {
      following.set(chosen == previews.size() - 1);
      index.set(chosen);
    }
  }

  void open(RunFolder run) {
    folder = run;
    previews.clear();
    following.set(true);
    index.set(-1);
    files.set(PreviewFiles.NONE);
  }

  void update(List<RunEvent.Preview> now) {
    if (now.equals(previews)) {
      return;
    }
    previews.setAll(now);
    boolean gone = index.get() >= now.size();
    if (following.get() || gone) {
      index.set(now.size() - 1);
    }
    showFiles();
  }

  private void showFiles() {
    boolean some = index.get() >= 0 && index.get() < previews.size();
    shownStep.set(
        some && previews.size() > 1
            ? OptionalLong.of(previews.get(index.get()).step())
            : OptionalLong.empty());
    files.set(some ? PreviewFiles.of(folder, previews.get(index.get())) : PreviewFiles.NONE);
  }
}
