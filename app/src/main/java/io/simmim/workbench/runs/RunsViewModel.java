package io.simmim.workbench.runs;

import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunNotes;
import io.simmim.core.run.RunStatus;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
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

  private final ObservableSet<RunFolder> checked =
      FXCollections.observableSet(new LinkedHashSet<>());
  private final ObjectProperty<List<RunFolder>> compared =
      new SimpleObjectProperty<>(this, "compared", List.of());
  private final ObjectProperty<RunFolder> baseline = new SimpleObjectProperty<>(this, "baseline");
  private final ReadOnlyObjectWrapper<List<RunRow>> queued =
      new ReadOnlyObjectWrapper<>(this, "queued", List.of());
  private List<QueuedPlace> places = List.of();
  private boolean held;
  private List<RunRow> waiting;

  public RunsViewModel(Path workspace) {
    this.workspace.set(workspace);
    filter.addListener(
        (p, old, now) -> {
          shown.setPredicate(new RunFilter(now));
          showQueue();
        });
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

  /** The runs that are marked to be compared, in the order in which they were. */
  public ObservableSet<RunFolder> checked() {
    return checked;
  }

  /** Marks a run, or takes the mark away. */
  public void toggle(RunFolder run) {
    if (!checked.remove(run)) {
      checked.add(run);
    }
  }

  /** Marks all shown runs between two. */
  public void checkBetween(int first, int last, List<RunRow> ordered) {
    ordered.subList(Math.min(first, last), Math.max(first, last) + 1).stream()
        .filter(RunRow::isRun)
        .forEach(row -> checked.add(row.folder()));
  }

  /** Whether enough runs are marked. */
  public boolean canCompare() {
    return checked.size() >= 2;
  }

  /** Compares the marked runs. */
  public void compareChecked() {
    if (canCompare()) {
      open.set(null);
      compared.set(List.copyOf(checked));
    }
  }

  /** The runs that are compared; none while the table is shown. */
  public ObjectProperty<List<RunFolder>> comparedProperty() {
    return compared;
  }

  /** The run that others are measured against, or {@code null}. */
  public ObjectProperty<RunFolder> baselineProperty() {
    return baseline;
  }

  /** Measures others against this run, or against none when it was this one. */
  public void pin(RunFolder run) {
    baseline.set(run.equals(baseline.get()) ? null : run);
  }

  /** Shows other words about a run at once; the next scan will find them. */
  public void annotated(RunFolder run, RunNotes notes) {
    all.replaceAll(row -> row.folder().equals(run) ? row.withNotes(notes) : row);
  }

  /** Rows keep still while somebody writes into one. */
  public void hold(boolean writing) {
    held = writing;
    if (!held && waiting != null) {
      List<RunRow> rows = waiting;
      waiting = null;
      update(rows);
    }
  }

  public ReadOnlyIntegerProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether the folder was looked through at least once. */
  public ReadOnlyBooleanProperty scannedProperty() {
    return scanned.getReadOnlyProperty();
  }

  /** The runs that wait and pass the filter, in the order of the queue; none of {@link #shown}. */
  public ReadOnlyObjectProperty<List<RunRow>> queuedProperty() {
    return queued.getReadOnlyProperty();
  }

  /** All runs that wait, whatever the filter. */
  public List<RunRow> allQueued() {
    return places.stream().filter(this::waits).map(RunRow::waiting).toList();
  }

  /** Takes over what waits. */
  public void updateQueue(List<QueuedPlace> now) {
    places = List.copyOf(now);
    showQueue();
  }

  /** A run that has just begun was perhaps read as one that waits, a moment before. */
  private void showQueue() {
    RunFilter passes = new RunFilter(filter.get());
    List<RunRow> rows =
        places.stream().filter(this::waits).map(RunRow::waiting).filter(passes).toList();
    if (!rows.equals(queued.get())) {
      queued.set(rows);
    }
  }

  private boolean waits(QueuedPlace place) {
    return all.stream()
        .filter(row -> row.folder().equals(place.run().runFolder()))
        .flatMap(row -> row.startedAt().stream())
        .noneMatch(start -> !start.isBefore(place.run().addedAt()));
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
    if (held) {
      waiting = rows;
      return;
    }
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
    Set<RunFolder> there = all.stream().map(RunRow::folder).collect(Collectors.toSet());
    checked.removeIf(run -> !there.contains(run));
    showQueue();
  }

  private void forget() {
    all.clear();
    open.set(null);
    checked.clear();
    compared.set(List.of());
    running.set(0);
    updateQueue(List.of());
    scanned.set(false);
  }
}
