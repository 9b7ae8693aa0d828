package io.simmim.workbench.start;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.experiment.Devices;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.runs.RunState;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The newest runs, and what is worth knowing before the first one. */
public final class StartViewModel {

  /** Cards that fit the smallest window. */
  public static final int MOST_RUNS = 9;

  /** What a run's pictures depend on. */
  private record Progress(int epochs, RunState state) {}

  private final Executor background;
  private final Executor toolkit;
  private final boolean hasDemo;
  private final ObservableList<RecentRun> recent = FXCollections.observableArrayList();
  private final ObservableList<RecentRun> recentReadOnly =
      FXCollections.unmodifiableObservableList(recent);
  private final Map<RunFolder, List<Path>> pictures = new HashMap<>();
  private final Map<RunFolder, Progress> looked = new HashMap<>();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper(this, "known");
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
  private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper(this, "busy", "");
  private List<RunRow> rows = List.of();

  /**
   * @param background for looking into the folders of runs
   * @param hasDemo whether a demo checkpoint came with the program
   */
  public StartViewModel(Executor background, Executor toolkit, boolean hasDemo) {
    this.background = background;
    this.toolkit = toolkit;
    this.hasDemo = hasDemo;
  }

  public boolean hasDemo() {
    return hasDemo;
  }

  /** The newest runs, newest first. */
  public ObservableList<RecentRun> recent() {
    return recentReadOnly;
  }

  /** Whether it is known which runs there are. */
  public ReadOnlyBooleanProperty knownProperty() {
    return known.getReadOnlyProperty();
  }

  /** One line on what trainings will run on; empty when there is nothing to say. */
  public ReadOnlyStringProperty remarkProperty() {
    return remark.getReadOnlyProperty();
  }

  /** What is being looked through for a training; empty while nothing is. */
  public ReadOnlyStringProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Begins to look through a folder, or ends with an empty text. */
  public void setBusy(String words) {
    busy.set(words);
  }

  /** Says what trainings run on. */
  public void setDevices(Devices devices) {
    remark.set(devices.names().size() > 1 ? "" : onTheCpu(devices));
  }

  private static String onTheCpu(Devices devices) {
    String cpu = "the CPU (" + devices.words().replaceFirst("^CPU, ", "") + ")";
    return devices.unused().isEmpty()
        ? "No graphics card for training was found here, so trainings run on "
            + cpu
            + "; the small presets are made for that."
        : "The engine was built for the CPU only, so the graphics card here ("
            + String.join(", ", devices.unused())
            + ") is not used and trainings run on "
            + cpu
            + ".";
  }

  /** Takes over a scan, newest run first. */
  public void update(List<RunRow> now) {
    rows = now.stream().limit(MOST_RUNS).toList();
    rows.forEach(this::look);
    show();
    known.set(true);
  }

  /** Another folder of runs is on its way. */
  public void forget() {
    known.set(false);
    rows = List.of();
    recent.clear();
  }

  private void look(RunRow row) {
    Progress now = new Progress(row.epochsDone(), RunState.of(row.status()));
    boolean same = now.equals(looked.put(row.folder(), now));
    if (same && now.state() != RunState.RUNNING) {
      return; // pictures of a run under way come some time after their epoch
    }
    background.execute(
        () -> {
          List<Path> found = NewestPictures.of(row.folder());
          toolkit.execute(
              () -> {
                pictures.put(row.folder(), found);
                show();
              });
        });
  }

  private void show() {
    List<RecentRun> cards =
        rows.stream()
            .map(row -> RecentRun.of(row, pictures.getOrDefault(row.folder(), List.of())))
            .toList();
    if (!cards.equals(recent)) {
      recent.setAll(cards);
    }
  }
}
