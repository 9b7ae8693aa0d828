package io.simmim.workbench.checkpoint;

import io.simmim.workbench.fx.InWords;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** What differs between two files, a value a line. */
final class DifferenceTable extends TableView<DifferenceRow> {

  private static final String EQUAL = "equal";

  DifferenceTable(ComparisonViewModel model, Consumer<String> copy) {
    setId("comparison-table");
    getStyleClass().add("dense-table");
    setAccessibleText("differences");
    setFixedCellSize(28);
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    SortedList<DifferenceRow> sorted = new SortedList<>(model.shown());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    addColumns();
    Label nothing = new Label("Nothing to show: the files are equal there, or no name matches.");
    nothing.getStyleClass().add("muted");
    setPlaceholder(nothing);
    MenuItem name = new MenuItem("Copy name");
    name.setOnAction(
        event -> {
          DifferenceRow row = getSelectionModel().getSelectedItem();
          if (row != null) {
            copy.accept(row.name());
          }
        });
    setContextMenu(new ContextMenu(name));
  }

  private void addColumns() {
    add("part", "Part", 76, DifferenceTable::part, Comparator.comparing(DifferenceRow::part), "");
    add("name", "Name", 200, DifferenceRow::name, Comparator.comparing(DifferenceRow::name), "");
    add(
        "abs",
        "Largest |A − B|",
        110,
        row -> number(row, row.maxAbs()),
        Comparator.comparingDouble(DifferenceRow::weight),
        "number-column");
    add(
        "relative",
        "Relative",
        84,
        row -> number(row, row.maxRelative()),
        Comparator.comparingDouble(DifferenceRow::maxRelative),
        "number-column");
    add(
        "changed",
        "Values that differ",
        140,
        DifferenceTable::changed,
        Comparator.comparingLong(DifferenceRow::changed),
        "number-column");
    add("a", "A", 136, DifferenceRow::a, Comparator.comparing(DifferenceRow::a), "");
    add("b", "B", 136, DifferenceRow::b, Comparator.comparing(DifferenceRow::b), "");
    // Between two checkpoints of one training nothing has another shape.
    ObservableBooleanValue otherForms =
        Bindings.createBooleanBinding(
            () -> getItems().stream().anyMatch(row -> !row.a().isEmpty()), getItems());
    List.of("a", "b").forEach(id -> column(id).visibleProperty().bind(otherForms));
  }

  private void add(
      String id,
      String title,
      double width,
      Function<DifferenceRow, String> words,
      Comparator<DifferenceRow> order,
      String style) {
    TableColumn<DifferenceRow, DifferenceRow> column = new TableColumn<>(title);
    column.setId("comparison-" + id);
    column.setMinWidth(width);
    column.setPrefWidth(width);
    if (!id.equals("name")) { // names are longest and take what is left
      column.setMaxWidth(width * 1.5);
    }
    column.setComparator(order);
    column.setCellValueFactory(c -> new SimpleObjectProperty<>(c.getValue()));
    column.setCellFactory(c -> new Cell(words));
    if (!style.isEmpty()) {
      column.getStyleClass().add(style);
    }
    getColumns().add(column);
  }

  private TableColumn<DifferenceRow, ?> column(String id) {
    return getColumns().stream()
        .filter(column -> column.getId().equals("comparison-" + id))
        .findFirst()
        .orElseThrow();
  }

  private static String part(DifferenceRow row) {
    return row.part().name().toLowerCase(Locale.ROOT);
  }

  private static String number(DifferenceRow row, double value) {
    return row.equal() ? EQUAL : Sizes.value(value);
  }

  private static String changed(DifferenceRow row) {
    if (row.elements() == 0) {
      return row.changed() == 0 ? "" : InWords.count(row.changed());
    }
    return row.changed() == row.elements()
        ? "all " + InWords.count(row.elements())
        : InWords.count(row.changed()) + " of " + InWords.count(row.elements());
  }

  private static final class Cell extends TableCell<DifferenceRow, DifferenceRow> {

    private final Function<DifferenceRow, String> words;
    private final Tooltip whole = new Tooltip();

    Cell(Function<DifferenceRow, String> words) {
      this.words = words;
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      getStyleClass().add("num");
    }

    @Override
    protected void updateItem(DifferenceRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean none = empty || row == null;
      setText(none ? null : words.apply(row));
      whole.setText(none ? "" : getText());
      setTooltip(none || getText().isEmpty() ? null : whole);
    }
  }
}
