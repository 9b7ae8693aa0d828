package io.simmim.workbench.runs;

import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.launch.RunStage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TableColumn;

/** The columns of the table of runs. */
final class RunColumns {

  private final RunsViewModel model;
  private final TableDesk desk;

  RunColumns(RunsViewModel model, TableDesk desk) {
    this.model = model;
    this.desk = desk;
  }

  /** From left to right. */
  List<TableColumn<RunRow, ?>> all() {
    List<TableColumn<RunRow, ?>> columns = new ArrayList<>();
    columns.add(checkColumn());
    columns.add(statusColumn());
    columns.add(text("stage", "Stage", 92, RunWords::stage));
    columns.add(text("name", "Model", 110, row -> RunStage.shortName(row.name())));
    TableColumn<RunRow, String> tag = text("tag", "Tag", 196, RunRow::tag);
    tag.setCellFactory(c -> new TagCell(model));
    columns.add(tag);
    columns.add(number("epochs", "Epochs", 88, RunRow::epochsDone, RunWords::epochs));
    columns.add(
        number("loss", "Last loss", 77, r -> order(r.lastLoss()), RunWords.loss(RunRow::lastLoss)));
    columns.add(
        number("best", "Best loss", 77, r -> order(r.bestLoss()), RunWords.loss(RunRow::bestLoss)));
    columns.add(
        number(
            "top1",
            "Top-1 %",
            67,
            r -> order(RunWords.top1(r.last())),
            r -> RunWords.percent(r.last())));
    columns.add(
        number(
            "best-top1", "Best (epoch)", 94, r -> order(RunWords.top1(r.best())), RunWords::best));
    columns.add(
        number(
            "speed",
            "Images/s",
            74,
            r -> order(r.imagesPerSecond()),
            r -> r.imagesPerSecond().map(InWords::speed).orElse(InWords.NONE)));
    columns.add(
        number(
            "duration",
            "Duration",
            90,
            r -> order(r.duration()),
            r -> r.duration().map(InWords::duration).orElse(InWords.NONE)));
    columns.add(number("started", "Started", 102, r -> order(r.startedAt()), RunWords::started));
    columns.add(
        text("device", "Device", 62, r -> r.device().isEmpty() ? InWords.NONE : r.device()));
    columns.add(
        words(
            "labels",
            "Labels",
            66,
            row -> row.notes().labelLine(),
            (row, text) -> desk.annotate(row.folder(), row.notes().withLabels(text))));
    columns.add(
        words(
            "note",
            "Note",
            66,
            row -> row.notes().note(),
            (row, text) -> desk.annotate(row.folder(), row.notes().withNote(text))));
    return columns;
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

  private TableColumn<RunRow, RunRow> checkColumn() {
    TableColumn<RunRow, RunRow> column = new TableColumn<>();
    column.setId("column-check");
    column.setText("Compare");
    column.setPrefWidth(40);
    column.setMinWidth(40);
    column.setMaxWidth(40);
    column.getStyleClass().add("check-column");
    column.setSortable(false);
    column.setCellValueFactory(c -> new SimpleObjectProperty<>(c.getValue()));
    column.setCellFactory(c -> new CheckCell(model));
    return column;
  }

  /** A column that people write into. */
  private TableColumn<RunRow, String> words(
      String id,
      String title,
      double width,
      Function<RunRow, String> value,
      BiConsumer<RunRow, String> written) {
    TableColumn<RunRow, String> column = text(id, title, width, value);
    column.setCellFactory(c -> new NoteCell(model, id, id.equals("note") ? "Add a note" : "Add"));
    column.setOnEditCommit(
        event -> {
          if (!event.getNewValue().equals(event.getOldValue())) {
            written.accept(event.getRowValue(), event.getNewValue());
          }
        });
    return column;
  }

  private static TableColumn<RunRow, RunState> statusColumn() {
    TableColumn<RunRow, RunState> column = new TableColumn<>("Status");
    column.setId("column-status");
    column.setPrefWidth(92);
    column.setCellValueFactory(c -> new SimpleObjectProperty<>(c.getValue().state()));
    column.setCellFactory(c -> new RunCells.PillCell());
    return column;
  }

  private static TableColumn<RunRow, String> text(
      String id, String title, double width, Function<RunRow, String> value) {
    TableColumn<RunRow, String> column = new TableColumn<>(title);
    column.setId("column-" + id);
    column.setPrefWidth(width);
    column.setCellValueFactory(c -> new SimpleObjectProperty<>(value.apply(c.getValue())));
    column.setCellFactory(c -> new RunCells.NameCell());
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
    column.setCellFactory(c -> new RunCells.NumberCell(words));
    return column;
  }
}
