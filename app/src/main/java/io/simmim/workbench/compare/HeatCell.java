package io.simmim.workbench.compare;

import io.simmim.workbench.picture.HeatColors;
import java.util.Locale;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A cell of the grid: its number on its colour; a click opens its run, or offers its runs. */
final class HeatCell extends Button {

  private final MapActions actions;
  private final Label number = new Label();
  private final Label remark = new Label();
  private MapCell cell;

  HeatCell(int row, int column, MapActions actions) {
    this.actions = actions;
    setId("heat-cell-" + row + "-" + column);
    getStyleClass().setAll("heat-cell");
    setMinSize(0, 0);
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    number.setId("heat-number-" + row + "-" + column);
    number.getStyleClass().add("heat-number");
    remark.setId("heat-remark-" + row + "-" + column);
    remark.getStyleClass().add("heat-remark");
    remark.managedProperty().bind(remark.textProperty().isNotEmpty());
    number.managedProperty().bind(number.textProperty().isNotEmpty());
    VBox words = new VBox(number, remark);
    words.getStyleClass().add("heat-words");
    words.setMouseTransparent(true);
    setGraphic(words);
    setOnAction(event -> open());
    setOnContextMenuRequested(
        event -> {
          menu().show(this, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  /** Shows another cell, or the same at a later time. */
  void show(HeatMap map, int row, int column, HeatColors colors) {
    cell = map.cell(row, column);
    number.setText(CellWords.number(cell, map.number()));
    remark.setText(CellWords.remark(cell, map.number()));
    setAccessibleText(CellWords.spoken(map, row, column));
    setTooltip(cell.runs().isEmpty() ? null : new Tooltip(CellWords.runs(cell, map.number())));
    setDisable(cell.runs().isEmpty());
    boolean best = map.best().filter(cell::equals).isPresent();
    getStyleClass().setAll("heat-cell", "heat-" + cell.state().name().toLowerCase(Locale.ROOT));
    if (best) {
      getStyleClass().add("heat-best");
    }
    paint(map, colors);
  }

  private void paint(HeatMap map, HeatColors colors) {
    if (!cell.hasValue()) {
      setStyle(null);
      return;
    }
    int rgb = colors.of(cell.mean(), map.low(), map.high());
    getStyleClass().add(HeatColors.isBright(rgb) ? "heat-bright" : "heat-dark");
    setStyle("-heat: #%06x;".formatted(rgb));
  }

  private void open() {
    if (cell.runs().size() == 1 && !cell.runs().get(0).run().isComing()) {
      actions.open(cell.runs().get(0).run().folder());
    } else {
      menu().show(this, Side.BOTTOM, 0, 0);
    }
  }

  private ContextMenu menu() {
    ContextMenu menu = new ContextMenu();
    for (ComparedNumbers run : cell.runs()) {
      MenuItem item = new MenuItem("Open " + run.run().label());
      item.setDisable(run.run().isComing());
      item.setOnAction(event -> actions.open(run.run().folder()));
      menu.getItems().add(item);
    }
    MenuItem curves = new MenuItem("Show only these curves");
    curves.setOnAction(
        event -> actions.showCurves(cell.runs().stream().map(run -> run.run().folder()).toList()));
    menu.getItems().add(curves);
    return menu;
  }
}
