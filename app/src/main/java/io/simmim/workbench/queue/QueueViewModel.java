package io.simmim.workbench.queue;

import io.simmim.core.queue.QueueListing;
import io.simmim.core.queue.QueuedRun;
import io.simmim.core.run.RunFolder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The runs that wait, and what can be done with the one that is selected. */
public final class QueueViewModel {

  private final ReadOnlyObjectWrapper<List<QueuedRun>> runs =
      new ReadOnlyObjectWrapper<>(this, "runs", List.of());
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(this, "waiting");
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(this, "paused");
  private final ReadOnlyBooleanWrapper idle = new ReadOnlyBooleanWrapper(this, "idle");
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
  private final ObjectProperty<String> selected = new SimpleObjectProperty<>(this, "selected");
  private final ReadOnlyObjectWrapper<Set<RunFolder>> folders =
      new ReadOnlyObjectWrapper<>(this, "folders", Set.of());
  private final List<RunFolder> coming = new ArrayList<>();

  /** Those that start, wait or failed, in their order. */
  public ReadOnlyObjectProperty<List<QueuedRun>> runsProperty() {
    return runs.getReadOnlyProperty();
  }

  /** How many runs wait for their turn. */
  public ReadOnlyIntegerProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  /** Whether runs wait that nobody will start, as nobody works the queue off. */
  public ReadOnlyBooleanProperty idleProperty() {
    return idle.getReadOnlyProperty();
  }

  /** Who waits for what, in words; empty when there is nothing to say. */
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** The id of the run that was chosen in the table, or {@code null}. */
  public ObjectProperty<String> selectedProperty() {
    return selected;
  }

  /** The run that was chosen, while it is in the queue. */
  public Optional<QueuedRun> selected() {
    return runs.get().stream().filter(run -> run.id().equals(selected.get())).findFirst();
  }

  /** The folders that runs in the queue will have; those of failed ones may be used again. */
  public ReadOnlyObjectProperty<Set<RunFolder>> foldersProperty() {
    return folders.getReadOnlyProperty();
  }

  /** Places in the order in which waiting runs are started, from 1, by id. */
  public Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    for (QueuedRun run : in(QueuedRun.State.WAITING)) {
      places.put(run.id(), places.size() + 1);
    }
    return places;
  }

  /** Those that never began, with the reason. */
  public List<QueuedRun> failed() {
    return in(QueuedRun.State.FAILED);
  }

  /** Runs that are about to be written into the queue: their folders count at once. */
  public void expect(Collection<RunFolder> added) {
    coming.addAll(added);
    updateFolders();
  }

  /** They are written, or never will be. */
  public void expectNoMore(Collection<RunFolder> added) {
    added.forEach(coming::remove);
    updateFolders();
  }

  /** Takes over what was found on the disk. */
  public void update(QueueState state) {
    QueueListing listing = state.listing();
    if (!listing.runs().equals(runs.get())) {
      runs.set(listing.runs());
    }
    waiting.set(in(QueuedRun.State.WAITING).size());
    paused.set(state.paused());
    idle.set(waiting.get() > 0 && !state.paused() && !state.worked());
    sentence.set(QueueWords.sentence(listing.runs(), state.paused()));
    updateFolders();
  }

  private void updateFolders() {
    Set<RunFolder> now = new HashSet<>(coming);
    runs.get().stream()
        .filter(run -> run.state() != QueuedRun.State.FAILED)
        .forEach(run -> now.add(run.runFolder()));
    if (!now.equals(folders.get())) {
      folders.set(Set.copyOf(now));
    }
  }

  private List<QueuedRun> in(QueuedRun.State state) {
    return runs.get().stream().filter(run -> run.state() == state).toList();
  }
}
