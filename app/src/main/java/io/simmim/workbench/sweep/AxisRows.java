package io.simmim.workbench.sweep;

import io.simmim.core.config.ConfigKey;
import io.simmim.core.sweep.Sweep;
import io.simmim.core.sweep.SweepAxis;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The keys of a sweep while they are chosen and their values typed. */
final class AxisRows {

  private final ObservableList<AxisRow> rows = FXCollections.observableArrayList();
  private final ObservableList<AxisRow> readOnly = FXCollections.unmodifiableObservableList(rows);
  private final Function<ConfigKey, String> proposal;
  private final Runnable changed;

  /**
   * @param proposal values to begin with
   * @param changed told of everything that is chosen or typed
   */
  AxisRows(Function<ConfigKey, String> proposal, Runnable changed) {
    this.proposal = proposal;
    this.changed = changed;
  }

  /** In the order in which they were added. */
  ObservableList<AxisRow> all() {
    return readOnly;
  }

  /** Another key, still to be chosen. */
  AxisRow add() {
    AxisRow row = new AxisRow();
    row.keyProperty().addListener((p, old, now) -> proposeValues(row));
    row.textProperty().addListener((p, old, now) -> changed.run());
    rows.add(row);
    changed.run();
    return row;
  }

  /** Another key, in place of one that is still to be chosen. */
  AxisRow add(ConfigKey key) {
    rows.stream().filter(AxisRow::isBlank).findFirst().ifPresent(rows::remove);
    AxisRow row = add();
    row.keyProperty().set(key);
    return row;
  }

  void remove(AxisRow row) {
    rows.remove(row);
    changed.run();
  }

  /** Keeps those of these keys, and those without any. */
  void retain(List<ConfigKey> keys) {
    rows.removeIf(
        row -> row.keyProperty().get() != null && !keys.contains(row.keyProperty().get()));
  }

  boolean has(ConfigKey key) {
    return rows.stream().anyMatch(row -> key.equals(row.keyProperty().get()));
  }

  /** Reads what was typed; a key counts where it is chosen first. */
  void review() {
    Set<ConfigKey> above = new HashSet<>();
    for (AxisRow row : rows) {
      ConfigKey key = row.keyProperty().get();
      row.review(key != null && !above.add(key));
    }
  }

  boolean anyFaulty() {
    return rows.stream().anyMatch(row -> !row.problemProperty().get().isEmpty());
  }

  /** Empty while something is wrong or missing. */
  Optional<Sweep> sweep() {
    List<SweepAxis> axes = rows.stream().flatMap(row -> row.axis().stream()).toList();
    boolean complete = axes.size() == rows.stream().filter(row -> !row.isBlank()).count();
    return complete && !axes.isEmpty() ? Optional.of(new Sweep(axes)) : Optional.empty();
  }

  /** {@code mask_ratio-x-seed}. */
  String suggestedName() {
    return rows.stream()
        .flatMap(row -> row.axis().stream())
        .map(axis -> axis.key().path().replaceFirst(".*\\.", "").toLowerCase(Locale.ROOT))
        .distinct()
        .collect(Collectors.joining("-x-"));
  }

  private void proposeValues(AxisRow row) {
    ConfigKey key = row.keyProperty().get();
    if (key != null && row.textProperty().get().isBlank()) {
      row.textProperty().set(proposal.apply(key));
    }
    changed.run();
  }
}
