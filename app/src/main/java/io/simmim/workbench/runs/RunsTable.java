package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.fx.StackedList;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.queue.QueueSide;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
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
    setColumnResizePolicy(new RoomForWords(Set.of("column-tag", "column-labels", "column-note")));
    setEditable(true);
    setTableMenuButtonVisible(true);
    getColumns().add(checkColumn(model));
    addColumns(model);
    getColumns()
        .add(
            words(
                "labels",
                "Labels",
                66,
                row -> row.notes().labelLine(),
                model,
                (row, text) -> desk.annotate(row.folder(), row.notes().withLabels(text))));
    getColumns()
        .add(
            words(
                "note",
                "Note",
                66,
                row -> row.notes().note(),
                model,
                (row, text) -> desk.annotate(row.folder(), row.notes().withNote(text))));
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

  private void addColumns(RunsViewModel model) {
    getColumns().add(statusColumn());
    getColumns().add(text("stage", "Stage", 78, RunsTable::stage));
    getColumns().add(text("name", "Model", 114, row -> RunStage.shortName(row.name())));
    TableColumn<RunRow, String> tag = text("tag", "Tag", 196, RunRow::tag);
    tag.setCellFactory(c -> new TagCell(model));
    getColumns().add(tag);
    getColumns().add(number("epochs", "Epochs", 88, RunRow::epochsDone, RunsTable::epochs));
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
        .add(number("started", "Started", 102, r -> order(r.startedAt()), RunsTable::started));
    getColumns()
        .add(text("device", "Device", 62, r -> r.device().isEmpty() ? InWords.NONE : r.device()));
  }

  private static String stage(RunRow row) {
    return row.stage().map(RunStage::title).orElse(InWords.NONE);
  }

  private static String epochs(RunRow row) {
    if (!row.isRun()) {
      return row.queued().map(QueuedPlace::words).orElse("");
    }
    return row.epochs() == 0 ? InWords.NONE : row.epochsDone() + " / " + row.epochs();
  }

  /** What waits starts when its device is free. */
  private static String started(RunRow row) {
    boolean waits = row.state() == RunState.QUEUED;
    return waits ? "for " + row.device() : row.startedAt().map(InWords::time).orElse(InWords.NONE);
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

  private static TableColumn<RunRow, RunRow> checkColumn(RunsViewModel model) {
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
  private static TableColumn<RunRow, String> words(
      String id,
      String title,
      double width,
      Function<RunRow, String> value,
      RunsViewModel model,
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
      String text = empty || row == null ? "" : words.apply(row);
      boolean unknown = row != null && !row.isRun() && text.equals(InWords.NONE);
      setText(unknown ? "" : text);
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
