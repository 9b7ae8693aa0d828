package io.simmim.workbench.sweep;

import io.simmim.core.sweep.SweepAxis;
import io.simmim.workbench.fx.InWords;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The runs that a sweep would make, and the combinations that it cannot. */
final class SweepTable extends TableView<SweptRun> {

  private static final double ROW = 28;
  private static final double VALUE = 132;
  private static final double FATE = 260;
  private static final double LEAST_TAG = 200;
  private static final double SCROLL_BAR = 18;

  private List<String> paths = List.of();
  private boolean leftOut;

  SweepTable(SweepViewModel model) {
    setId("sweep-runs");
    getStyleClass().add("dense-table");
    setAccessibleText("Runs of the sweep");
    Label nothing = new Label("The runs appear here as you type.");
    nothing.getStyleClass().add("muted");
    setPlaceholder(nothing);
    setFixedCellSize(ROW);
    setMinHeight(120);
    model.previewProperty().subscribe(this::show);
  }

  private void show(SweepPreview preview) {
    List<String> now =
        preview.sweep().stream()
            .flatMap(sweep -> sweep.axes().stream())
            .map(axis -> axis.key().path())
            .toList();
    boolean some = preview.ready().size() < preview.runs().size();
    if (!now.equals(paths) || some != leftOut) {
      paths = now;
      leftOut = some;
      getColumns().clear();
      preview.sweep().ifPresent(sweep -> addColumns(sweep.axes()));
    }
    getItems().setAll(preview.runs());
  }

  private void addColumns(List<SweepAxis> axes) {
    for (SweepAxis axis : axes) {
      String path = axis.key().path();
      add(path.replaceFirst(".*\\.", ""), VALUE, true, run -> value(run, path));
    }
    if (paths.stream().anyMatch(path -> path.startsWith("DATA.MASK_"))) {
      add("Hidden", 70, true, SweepTable::hidden);
    }
    add("Steps", 80, true, run -> run.steps() == 0 ? InWords.NONE : InWords.count(run.steps()));
    if (leftOut) {
      add("Left out", FATE, false, SweepTable::fate).setCellFactory(column -> new FateCell());
    }
    double used = getColumns().stream().mapToDouble(TableColumn::getPrefWidth).sum() + SCROLL_BAR;
    TableColumn<SweptRun, String> tag = add("Tag", FATE, false, run -> run.run().tag());
    tag.prefWidthProperty().bind(Bindings.max(LEAST_TAG, widthProperty().subtract(used)));
  }

  private TableColumn<SweptRun, String> add(
      String title, double width, boolean number, Function<SweptRun, String> words) {
    TableColumn<SweptRun, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    if (number) {
      column.getStyleClass().add("number-column");
    }
    column.setCellValueFactory(c -> new SimpleStringProperty(words.apply(c.getValue())));
    column.setCellFactory(c -> new WordCell(number));
    getColumns().add(column);
    return column;
  }

  private static String value(SweptRun run, String path) {
    String value = run.run().point().values().get(path);
    return value.isEmpty() ? "''" : value;
  }

  private static String hidden(SweptRun run) {
    return run.realRatio()
        .map(ratio -> String.format(Locale.ROOT, "%.1f %%", 100 * ratio))
        .orElse(InWords.NONE);
  }

  private static String fate(SweptRun run) {
    return run.why();
  }

  private static final class WordCell extends TableCell<SweptRun, String> {

    WordCell(boolean number) {
      // Of a tag, the swept values at its end tell most.
      setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
      if (number) {
        getStyleClass().add("num");
      }
    }

    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
      SweptRun run = getTableRow() == null ? null : getTableRow().getItem();
      boolean out = !empty && run != null && run.fate() != SweptRun.Fate.READY;
      getStyleClass().remove("muted-cell");
      if (out) {
        getStyleClass().add("muted-cell");
      }
    }
  }

  /** Why a combination is left out; the whole sentence is in the tooltip. */
  private static final class FateCell extends TableCell<SweptRun, String> {

    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      boolean nothing = empty || text == null || text.isEmpty();
      setText(nothing ? null : text);
      SweptRun run = getTableRow() == null ? null : getTableRow().getItem();
      setTooltip(nothing || run == null ? null : new Tooltip(run.why()));
      getStyleClass().removeAll("fate-impossible", "muted-cell");
      if (run != null && !nothing) {
        boolean impossible = run.fate() == SweptRun.Fate.IMPOSSIBLE;
        getStyleClass().add(impossible ? "fate-impossible" : "muted-cell");
      }
    }
  }
}
