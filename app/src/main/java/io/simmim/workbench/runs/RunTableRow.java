package io.simmim.workbench.runs;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * A line of the table of runs: a click opens the run; with Ctrl it marks it, with Shift all from
 * the last marked one on.
 */
final class RunTableRow extends TableRow<RunRow> {

  private final RunsViewModel model;
  private final Consumer<RunRow> open;

  RunTableRow(RunsViewModel model, Consumer<RunRow> open) {
    this.model = model;
    this.open = open;
    setOnMouseClicked(this::clicked);
    MenuItem show = item("Open", () -> open.accept(getItem()));
    MenuItem mark = item("Mark to compare", () -> model.toggle(getItem().folder()));
    MenuItem pin = item("Pin as baseline", () -> model.pin(getItem().folder()));
    ContextMenu menu = new ContextMenu(show, mark, pin);
    menu.setOnShowing(
        event -> {
          boolean marked = model.checked().contains(getItem().folder());
          mark.setText(marked ? "Do not compare" : "Mark to compare");
          boolean pinned = getItem().folder().equals(model.baselineProperty().get());
          pin.setText(pinned ? "Unpin baseline" : "Pin as baseline");
        });
    contextMenuProperty().bind(itemProperty().map(item -> menu));
  }

  private void clicked(MouseEvent event) {
    if (getItem() == null || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    List<RunRow> rows = List.copyOf(getTableView().getItems());
    if (event.isShiftDown()) {
      model.checkBetween(anchor(rows), getIndex(), rows);
    } else if (event.isShortcutDown()) {
      model.toggle(getItem().folder());
    } else {
      open.accept(getItem());
    }
  }

  /** Where the last mark is, else this row. */
  private int anchor(List<RunRow> rows) {
    return model.checked().stream()
        .reduce((a, b) -> b)
        .flatMap(run -> rows.stream().filter(row -> row.folder().equals(run)).findFirst())
        .map(rows::indexOf)
        .orElse(getIndex());
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(event -> action.run());
    return item;
  }
}
