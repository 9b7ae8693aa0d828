package io.simmim.workbench.checkpoint;

import io.simmim.core.fault.CheckpointException;
import io.simmim.core.inspect.CheckpointDiff;
import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.fx.Search;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open file beside a second one. */
public final class ComparisonViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(ComparisonViewModel.class);

  private final Executor background;
  private final Executor toolkit;
  private final ReadOnlyObjectWrapper<ComparisonState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new ComparisonState.Nothing());
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final BooleanProperty onlyDifferent =
      new SimpleBooleanProperty(this, "onlyDifferent", true);
  private final ObservableList<DifferenceRow> rows = FXCollections.observableArrayList();
  private final FilteredList<DifferenceRow> shown = new FilteredList<>(rows);
  private long newest;

  public ComparisonViewModel(Executor background, Executor toolkit) {
    this.background = background;
    this.toolkit = toolkit;
    search.addListener((p, old, now) -> filter());
    onlyDifferent.addListener((p, old, now) -> filter());
    filter();
  }

  public ReadOnlyObjectProperty<ComparisonState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Words that a name must have to be shown. */
  public StringProperty searchProperty() {
    return search;
  }

  /** Whether what is the same in both files stays out. */
  public BooleanProperty onlyDifferentProperty() {
    return onlyDifferent;
  }

  /** What the filters leave, largest difference first. */
  public ObservableList<DifferenceRow> shown() {
    return shown;
  }

  /** Compares the open file with another; returns at once. */
  public void compare(Inspection a, Path other) {
    long request = ++newest;
    Path b = other.toAbsolutePath().normalize();
    state.set(new ComparisonState.Comparing(a.file().path(), b));
    rows.clear();
    background.execute(
        () -> {
          ComparisonState found = look(a, b);
          toolkit.execute(() -> arrive(request, found));
        });
  }

  /** Forgets the second file. */
  public void clear() {
    newest++;
    rows.clear();
    state.set(new ComparisonState.Nothing());
  }

  private void arrive(long request, ComparisonState found) {
    if (request != newest) {
      return;
    }
    if (found instanceof ComparisonState.Compared compared) {
      rows.setAll(compared.comparison().rows());
    }
    state.set(found);
  }

  private void filter() {
    String words = search.get();
    boolean different = onlyDifferent.get();
    shown.setPredicate(
        row -> !(different && row.equal()) && Search.finds(words, row.name() + " " + row.part()));
  }

  private static ComparisonState look(Inspection a, Path b) {
    try {
      CheckpointDiff diff = CheckpointDiff.of(a.file().path(), b);
      return new ComparisonState.Compared(Comparison.of(diff, a));
    } catch (CheckpointException e) {
      return new ComparisonState.Refused(b, e.getMessage(), Causes.of(e));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | InternalError e) {
      LOG.error("The checkpoint {} could not be compared.", b, e);
      return new ComparisonState.Refused(
          b, "'" + b + "' could not be compared; use another copy of it.", String.valueOf(e));
    }
  }
}
