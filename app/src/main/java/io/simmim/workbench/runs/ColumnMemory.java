package io.simmim.workbench.runs;

import io.simmim.workbench.shell.RunsMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Keeps which columns a table shows, in what order, and by which one it is sorted. */
final class ColumnMemory {

  /** Hidden until somebody wants them: they say less than the others. */
  private static final Set<String> RARE =
      Set.of("column-top1", "column-speed", "column-duration", "column-device");

  private final TableView<RunRow> table;
  private final Consumer<UnaryOperator<RunsMemory>> keep;

  private ColumnMemory(TableView<RunRow> table, Consumer<UnaryOperator<RunsMemory>> keep) {
    this.table = table;
    this.keep = keep;
  }

  /** Brings back what was remembered, and remembers from now on. */
  static void install(
      TableView<RunRow> table, RunsMemory memory, Consumer<UnaryOperator<RunsMemory>> keep) {
    ColumnMemory columns = new ColumnMemory(table, keep);
    columns.restore(memory);
    table.getColumns().forEach(c -> c.visibleProperty().addListener(p -> columns.remember()));
    table
        .getColumns()
        .addListener((ListChangeListener<TableColumn<RunRow, ?>>) change -> columns.remember());
    table
        .getSortOrder()
        .addListener((ListChangeListener<TableColumn<RunRow, ?>>) c -> columns.rememberOrder());
    table.getColumns().forEach(c -> c.sortTypeProperty().addListener(p -> columns.rememberOrder()));
  }

  private void restore(RunsMemory memory) {
    List<TableColumn<RunRow, ?>> all = new ArrayList<>(table.getColumns());
    List<String> wanted = memory.columns();
    for (TableColumn<RunRow, ?> column : all) {
      column.setVisible(
          wanted.isEmpty() ? !RARE.contains(column.getId()) : wanted.contains(column.getId()));
    }
    if (!wanted.isEmpty()) {
      all.sort((a, b) -> Integer.compare(place(wanted, a), place(wanted, b)));
      table.getColumns().setAll(all);
    }
    for (TableColumn<RunRow, ?> column : all) {
      if (column.getId().equals(memory.sortedBy())) {
        column.setSortType(
            memory.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        table.getSortOrder().add(column);
      }
    }
  }

  private static int place(List<String> wanted, TableColumn<RunRow, ?> column) {
    int place = wanted.indexOf(column.getId());
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  private void remember() {
    List<String> ids =
        table.getColumns().stream().filter(TableColumn::isVisible).map(TableColumn::getId).toList();
    keep.accept(memory -> memory.withColumns(ids));
  }

  private void rememberOrder() {
    List<TableColumn<RunRow, ?>> order = table.getSortOrder();
    String by = order.isEmpty() ? "" : order.get(0).getId();
    boolean descending =
        !order.isEmpty() && order.get(0).getSortType() == TableColumn.SortType.DESCENDING;
    keep.accept(memory -> memory.withOrder(by, descending));
  }
}
