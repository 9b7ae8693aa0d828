package io.simmim.workbench.runs;

import io.simmim.workbench.fx.StackedList;
import io.simmim.workbench.queue.QueueSide;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableView;

/** All runs, one a line, sortable by every column; a click or Enter opens one. */
final class RunsTable extends TableView<RunRow> {

  private final ObservableList<RunRow> waiting = FXCollections.observableArrayList();
  private final QueueSide queue;
  private boolean changing;

  RunsTable(RunsViewModel model, TableDesk desk, QueueSide queue, Consumer<RunRow> open) {
    this.queue = queue;
    setId("runs-table");
    SortedList<RunRow> sorted = new SortedList<>(model.shown());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(new StackedList<>(waiting, sorted));
    // The list of runs follows the comparator by itself; what waits has an order of its own.
    setSortPolicy(table -> true);
    setColumnResizePolicy(
        new RoomForWords(Set.of("column-name", "column-tag", "column-labels", "column-note")));
    setEditable(true);
    setTableMenuButtonVisible(true);
    getColumns().addAll(new RunColumns(model, desk).all());
    ColumnMemory.install(this, desk.memory(), desk::remember);
    setRowFactory(table -> new RunTableRow(model, queue.actions(), open));
    model.queuedProperty().subscribe(this::showWaiting);
    getSelectionModel().selectedItemProperty().addListener((p, old, now) -> select(now));
    model.baselineProperty().addListener((p, old, now) -> refresh());
    setOnKeyPressed(
        event -> {
          RunRow selected = getSelectionModel().getSelectedItem();
          if (selected == null || !selected.isRun() || getEditingCell() != null) {
            return;
          }
          switch (event.getCode()) {
            case ENTER -> open.accept(selected);
            case SPACE -> model.toggle(selected.folder());
            case B -> model.pin(selected.folder());
            default -> {
              return;
            }
          }
          event.consume();
        });
  }

  /** The selected run stays so when it moves. */
  private void showWaiting(List<RunRow> rows) {
    changing = true;
    waiting.setAll(rows);
    String id = queue.model().selectedProperty().get();
    rows.stream()
        .filter(row -> id(row).equals(id))
        .findFirst()
        .ifPresent(row -> getSelectionModel().clearAndSelect(rows.indexOf(row)));
    changing = false;
    select(getSelectionModel().getSelectedItem());
  }

  private void select(RunRow row) {
    if (!changing) {
      queue.model().selectedProperty().set(row == null || row.isRun() ? null : id(row));
    }
  }

  private static String id(RunRow row) {
    return row.queued().map(place -> place.run().id()).orElse("");
  }
}
