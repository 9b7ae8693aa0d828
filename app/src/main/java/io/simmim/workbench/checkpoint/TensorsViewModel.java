package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.TensorStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tensors of the open file as a tree under a search; statistics are filled in as they come. */
public final class TensorsViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(TensorsViewModel.class);

  private static final TensorNode NOTHING = TensorTree.of(List.of());

  private final Executor background;
  private final Executor toolkit;
  private final AtomicLong newest = new AtomicLong();
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final BooleanProperty flat = new SimpleBooleanProperty(this, "flat");
  private final ObjectProperty<Optional<TensorRow>> selected =
      new SimpleObjectProperty<>(this, "selected", Optional.empty());
  private final ReadOnlyObjectWrapper<TensorNode> root =
      new ReadOnlyObjectWrapper<>(this, "root", NOTHING);
  private final ReadOnlyObjectWrapper<Health> health =
      new ReadOnlyObjectWrapper<>(this, "health", Health.UNREAD);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 1);
  private TensorNode all = NOTHING;

  /**
   * What the values say about the file, as far as they were read.
   *
   * @param values that are not a number or infinite
   * @param tensors that have some
   * @param complete whether all were read
   */
  public record Health(long values, int tensors, boolean complete) {
    static final Health UNREAD = new Health(0, 0, false);
  }

  public TensorsViewModel(Executor background, Executor toolkit) {
    this.background = background;
    this.toolkit = toolkit;
    search.addListener((p, old, now) -> filter());
    flat.addListener((p, old, now) -> filter());
  }

  /** Words that a name must have to be shown. */
  public StringProperty searchProperty() {
    return search;
  }

  /** Whether all tensors stand in one list, to be sorted together. */
  public BooleanProperty flatProperty() {
    return flat;
  }

  public void toggleFlat() {
    flat.set(!flat.get());
  }

  /** The tensor to look at more closely. */
  public ObjectProperty<Optional<TensorRow>> selectedProperty() {
    return selected;
  }

  /** The tree of what the search finds. */
  public ReadOnlyObjectProperty<TensorNode> rootProperty() {
    return root.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Health> healthProperty() {
    return health.getReadOnlyProperty();
  }

  /** Share of the values that were read, 0 to 1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Number of tensors in the file. */
  public int total() {
    return all.tensors();
  }

  /** Shows the tensors of another file and begins to read their values. */
  public void show(Inspection inspection) {
    long request = newest.incrementAndGet();
    List<TensorRow> rows = TensorRows.of(inspection.file());
    all = TensorTree.of(rows);
    health.set(Health.UNREAD);
    progress.set(0);
    selected.set(Optional.empty());
    filter();
    background.execute(() -> read(request, rows));
  }

  /** Shows nothing, and stops reading. */
  public void clear() {
    newest.incrementAndGet();
    all = NOTHING;
    progress.set(1);
    health.set(Health.UNREAD);
    selected.set(Optional.empty());
    filter();
  }

  private void filter() {
    TensorNode found = all.filtered(search.get()).orElse(NOTHING);
    root.set(flat.get() ? found.flat() : found);
  }

  private void read(long request, List<TensorRow> rows) {
    Batches batches = new Batches(all(rows), found -> hand(request, found));
    try {
      rows.parallelStream()
          .forEach(
              row -> {
                if (request == newest.get()) {
                  batches.add(row, TensorStats.of(row.tensor()));
                }
              });
    } catch (RuntimeException | InternalError e) {
      // A mapped file that is cut short under its reader ends so.
      LOG.warn("The values of the checkpoint could not be read to the end.", e);
    }
    batches.finish();
    toolkit.execute(() -> finish(request, rows));
  }

  private static long all(List<TensorRow> rows) {
    return rows.stream().mapToLong(TensorRow::bytes).sum();
  }

  private void hand(long request, Batches.Batch batch) {
    toolkit.execute(
        () -> {
          if (request == newest.get()) {
            batch.stats().forEach(TensorRow::setStats);
            progress.set(batch.share());
          }
        });
  }

  private void finish(long request, List<TensorRow> rows) {
    if (request == newest.get()) {
      progress.set(1);
      List<TensorRow> ill = new ArrayList<>(rows);
      ill.removeIf(row -> row.ill() == 0);
      health.set(new Health(ill.stream().mapToLong(TensorRow::ill).sum(), ill.size(), true));
    }
  }
}
