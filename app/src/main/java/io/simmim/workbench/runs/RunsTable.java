package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.launch.RunStage;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** All runs, one a line, sortable by every column; a click or Enter opens one. */
final class RunsTable extends TableView<RunRow> {

  RunsTable(RunsViewModel model, Consumer<RunRow> open) {
    setId("runs-table");
    SortedList<RunRow> sorted = new SortedList<>(model.shown());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    addColumns();
    setRowFactory(table -> row(open));
    setOnKeyPressed(
        event -> {
          RunRow selected = getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && selected != null) {
            open.accept(selected);
          }
        });
  }

  private void addColumns() {
    getColumns().add(statusColumn());
    getColumns().add(text("stage", "Stage", 87, RunsTable::stage));
    getColumns().add(text("name", "Model", 120, row -> RunStage.shortName(row.name())));
    getColumns().add(text("tag", "Tag", 120, RunRow::tag));
    getColumns().add(number("epochs", "Epochs", 80, RunRow::epochsDone, RunsTable::epochs));
    getColumns()
        .add(number("loss", "Last loss", 77, r -> order(r.lastLoss()), loss(RunRow::lastLoss)));
    getColumns()
        .add(number("best", "Best loss", 77, r -> order(r.bestLoss()), loss(RunRow::bestLoss)));
    getColumns()
        .add(number("top1", "Top-1 %", 67, r -> order(top1(r.last())), r -> percent(r.last())));
    getColumns()
        .add(number("best-top1", "Best (epoch)", 94, r -> order(top1(r.best())), RunsTable::best));
    getColumns()
        .add(
            number(
                "speed",
                "Images/s",
                74,
                r -> order(r.imagesPerSecond()),
                r -> r.imagesPerSecond().map(InWords::speed).orElse(InWords.NONE)));
    getColumns()
        .add(
            number(
                "duration",
                "Duration",
                90,
                r -> order(r.duration()),
                r -> r.duration().map(InWords::duration).orElse(InWords.NONE)));
    getColumns()
        .add(
            number(
                "started",
                "Started",
                102,
                r -> order(r.startedAt()),
                r -> r.startedAt().map(InWords::time).orElse(InWords.NONE)));
  }

  private static String stage(RunRow row) {
    return row.stage().map(RunStage::title).orElse(InWords.NONE);
  }

  private static String epochs(RunRow row) {
    return row.epochs() == 0 ? InWords.NONE : row.epochsDone() + " / " + row.epochs();
  }

  private static Function<RunRow, String> loss(Function<RunRow, Optional<Double>> of) {
    return row -> of.apply(row).map(InWords::number).orElse(InWords.NONE);
  }

  private static Optional<Double> top1(Optional<RunEvent.Validation> validation) {
    return validation.map(RunEvent.Validation::top1);
  }

  private static String percent(Optional<RunEvent.Validation> validation) {
    return top1(validation).map(RunsTable::hundredths).orElse(InWords.NONE);
  }

  /** With the epoch it was reached in; an evaluation has no better and worse epochs. */
  private static String best(RunRow row) {
    return row.best()
        .filter(v -> row.epochs() > 0)
        .map(v -> hundredths(v.top1()) + " (" + (v.epoch() + 1) + ")")
        .orElse(InWords.NONE);
  }

  private static String hundredths(double percent) {
    return String.format(Locale.ROOT, "%.2f", percent);
  }

  /** Rows without a value come last. */
  private static <T extends Comparable<? super T>> Ordered<T> order(Optional<T> value) {
    return new Ordered<>(value.orElse(null));
  }

  private record Ordered<T extends Comparable<? super T>>(T value)
      implements Comparable<Ordered<T>> {
    @Override
    public int compareTo(Ordered<T> other) {
      return Comparator.nullsLast(Comparator.<T>naturalOrder()).compare(value, other.value);
    }
  }

  private static TableColumn<RunRow, RunState> statusColumn() {
    TableColumn<RunRow, RunState> column = new TableColumn<>("Status");
    column.setId("column-status");
    column.setPrefWidth(84);
    column.setCellValueFactory(c -> new SimpleObjectProperty<>(RunState.of(c.getValue().status())));
    column.setCellFactory(c -> new PillCell());
    return column;
  }

  private static TableColumn<RunRow, String> text(
      String id, String title, double width, Function<RunRow, String> value) {
    TableColumn<RunRow, String> column = new TableColumn<>(title);
    column.setId("column-" + id);
    column.setPrefWidth(width);
    column.setCellValueFactory(c -> new SimpleObjectProperty<>(value.apply(c.getValue())));
    column.setCellFactory(c -> new NameCell());
    return column;
  }

  /** A column of right-aligned numbers, sorted by {@code order}, shown as {@code words}. */
  private static <T extends Comparable<T>> TableColumn<RunRow, RunRow> number(
      String id,
      String title,
      double width,
      Function<RunRow, T> order,
      Function<RunRow, String> words) {
    TableColumn<RunRow, RunRow> column = new TableColumn<>(title);
    column.setId("column-" + id);
    column.setPrefWidth(width);
    column.getStyleClass().add("number-column");
    column.setComparator(Comparator.comparing(order));
    column.setCellValueFactory(c -> new SimpleObjectProperty<>(c.getValue()));
    column.setCellFactory(c -> new NumberCell(words));
    return column;
  }

  private static TableRow<RunRow> row(Consumer<RunRow> open) {
    TableRow<RunRow> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (row.getItem() != null) {
            open.accept(row.getItem());
          }
        });
    return row;
  }

  /** Names begin and end with what tells them apart. */
  private static final class NameCell extends TableCell<RunRow, String> {

    NameCell() {
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(String name, boolean empty) {
      super.updateItem(name, empty);
      setText(empty ? null : name);
    }
  }

  private static final class NumberCell extends TableCell<RunRow, RunRow> {

    private final Function<RunRow, String> words;

    NumberCell(Function<RunRow, String> words) {
      this.words = words;
      getStyleClass().add("num");
    }

    @Override
    protected void updateItem(RunRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(empty || row == null ? null : words.apply(row));
    }
  }

  private static final class PillCell extends TableCell<RunRow, RunState> {

    private final StatusPill pill = new StatusPill();

    @Override
    protected void updateItem(RunState state, boolean empty) {
      super.updateItem(state, empty);
      setGraphic(empty || state == null ? null : pill);
      if (state != null) {
        pill.show(state);
      }
    }
  }
}
