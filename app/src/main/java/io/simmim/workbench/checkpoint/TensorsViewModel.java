package io.simmim.workbench.checkpoint;

import io.simmim.core.checkpoint.TensorBytes;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.TensorStats;
import io.simmim.core.weights.CheckpointFile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
  private final ReadOnlyBooleanWrapper intact = new ReadOnlyBooleanWrapper(this, "intact");
  private final ReadOnlyObjectWrapper<Optional<CheckpointException>> damage =
      new ReadOnlyObjectWrapper<>(this, "damage", Optional.empty());
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

  /** Whether the checksums of the file are right; its values are not to be shown before. */
  public ReadOnlyBooleanProperty intactProperty() {
    return intact.getReadOnlyProperty();
  }

  /** Why the values cannot be read, when they cannot. */
  public ReadOnlyObjectProperty<Optional<CheckpointException>> damageProperty() {
    return damage.getReadOnlyProperty();
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
    begin(0);
    background.execute(() -> read(request, inspection.file(), rows));
  }

  /** Shows nothing, and stops reading. */
  public void clear() {
    newest.incrementAndGet();
    all = NOTHING;
    begin(1);
  }

  private void begin(double read) {
    health.set(Health.UNREAD);
    progress.set(read);
    intact.set(false);
    damage.set(Optional.empty());
    selected.set(Optional.empty());
    filter();
  }

  private void filter() {
    TensorNode found = all.filtered(search.get()).orElse(NOTHING);
    root.set(flat.get() ? found.flat() : found);
  }

  private void read(long request, CheckpointFile file, List<TensorRow> rows) {
    try {
      file.requireIntact();
      tell(request, () -> intact.set(true));
      measure(request, rows);
      tell(request, () -> finish(rows));
    } catch (CheckpointException e) {
      tell(request, () -> damage.set(Optional.of(e)));
    } catch (UncheckedIOException e) {
      // A mapped file that is cut short under its reader ends so.
      tell(request, () -> damage.set(Optional.of(TensorBytes.refusal(e))));
    } catch (RuntimeException | OutOfMemoryError | InternalError e) {
      LOG.error("The values of the checkpoint {} could not be read.", file.path(), e);
      CheckpointException refusal =
          new CheckpointException(
              "The values of '" + file.path() + "' could not be read; use another copy of it.", e);
      tell(request, () -> damage.set(Optional.of(refusal)));
    }
  }

  private void measure(long request, List<TensorRow> rows) {
    Batches batches = new Batches(all(rows), found -> hand(request, found));
    rows.parallelStream()
        .forEach(
            row -> {
              if (request == newest.get()) {
                batches.add(row, TensorStats.of(row.tensor()));
              }
            });
    batches.finish();
  }

  private static long all(List<TensorRow> rows) {
    return rows.stream().mapToLong(TensorRow::bytes).sum();
  }

  private void hand(long request, Batches.Batch batch) {
    tell(
        request,
        () -> {
          batch.stats().forEach(TensorRow::setStats);
          progress.set(batch.share());
        });
  }

  private void tell(long request, Runnable news) {
    toolkit.execute(
        () -> {
          if (request == newest.get()) {
            news.run();
          }
        });
  }

  private void finish(List<TensorRow> rows) {
    progress.set(1);
    List<TensorRow> ill = new ArrayList<>(rows);
    ill.removeIf(row -> row.ill() == 0);
    health.set(new Health(ill.stream().mapToLong(TensorRow::ill).sum(), ill.size(), true));
  }
}
