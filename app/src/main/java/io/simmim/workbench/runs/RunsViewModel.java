package io.simmim.workbench.runs;

import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunStatus;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The table of runs, and which of them is open. */
public final class RunsViewModel {

  private final ObservableList<RunRow> all = FXCollections.observableArrayList();
  private final ObservableList<RunRow> allReadOnly = FXCollections.unmodifiableObservableList(all);
  private final FilteredList<RunRow> shown = new FilteredList<>(all);
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final ObjectProperty<Path> workspace = new SimpleObjectProperty<>(this, "workspace");
  private final ObjectProperty<RunFolder> open = new SimpleObjectProperty<>(this, "open");
  private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper(this, "running");
  private final ReadOnlyBooleanWrapper scanned = new ReadOnlyBooleanWrapper(this, "scanned");

  public RunsViewModel(Path workspace) {
    this.workspace.set(workspace);
    filter.addListener((p, old, now) -> shown.setPredicate(row -> row.matches(now)));
    this.workspace.addListener((p, old, now) -> forget());
  }

  /** The runs that pass the filter. */
  public ObservableList<RunRow> shown() {
    return shown;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  /** The folder that holds the runs. */
  public ObjectProperty<Path> workspaceProperty() {
    return workspace;
  }

  /** The run whose page is shown, or {@code null} for the table. */
  public ObjectProperty<RunFolder> openProperty() {
    return open;
  }

  public ReadOnlyIntegerProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether the folder was looked through at least once. */
  public ReadOnlyBooleanProperty scannedProperty() {
    return scanned.getReadOnlyProperty();
  }

  /** All runs, whatever the filter. */
  public ObservableList<RunRow> all() {
    return allReadOnly;
  }

  public int total() {
    return all.size();
  }

  /** The newest run that is under way. */
  public Optional<RunFolder> newestRunning() {
    return all.stream()
        .filter(row -> row.status() == RunStatus.RUNNING)
        .map(RunRow::folder)
        .findFirst();
  }

  /** Takes over a scan, newest first; rows of the same run keep their places in the list. */
  public void update(List<RunRow> rows) {
    Map<RunFolder, RunRow> fresh = new HashMap<>();
    rows.forEach(row -> fresh.put(row.folder(), row));
    all.removeIf(row -> !fresh.containsKey(row.folder()));
    for (int i = 0; i < all.size(); i++) {
      RunRow now = fresh.remove(all.get(i).folder());
      if (!now.equals(all.get(i))) {
        all.set(i, now);
      }
    }
    rows.stream().filter(row -> fresh.containsKey(row.folder())).toList().stream()
        .sorted((a, b) -> Integer.compare(rows.indexOf(b), rows.indexOf(a)))
        .forEach(row -> all.add(0, row));
    running.set((int) all.stream().filter(r -> r.status() == RunStatus.RUNNING).count());
    scanned.set(true);
  }

  private void forget() {
    all.clear();
    open.set(null);
    running.set(0);
    scanned.set(false);
  }
}
