package io.simmim.workbench.compare;

import io.simmim.workbench.picture.HeatColors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** The cells of a heat map with the values of the keys beside them; columns above, rows left. */
final class HeatGrid extends GridPane {

  private static final double WIDEST = 220;
  private static final double NARROWEST = 64;
  private static final double HIGHEST = 128;
  private static final double LOWEST = 36;
  private static final double ROW_LABELS = 190;

  private final MapActions actions;
  private final List<List<HeatCell>> cells = new ArrayList<>();
  private Optional<List<Object>> shape = Optional.empty();

  HeatGrid(MapActions actions) {
    this.actions = actions;
    setId("heat-grid");
    getStyleClass().add("heat-grid");
  }

  /** Shows a map; with the same keys and values only numbers and colours change. */
  void show(HeatMap map, HeatColors colors) {
    Optional<List<Object>> wanted = Optional.of(List.of(map.x(), map.y()));
    if (!wanted.equals(shape)) {
      shape = wanted;
      build(map);
    }
    for (int row = 0; row < cells.size(); row++) {
      for (int column = 0; column < cells.get(row).size(); column++) {
        cells.get(row).get(column).show(map, row, column, colors);
      }
    }
  }

  private void build(HeatMap map) {
    cells.clear();
    getChildren().clear();
    getColumnConstraints().setAll(labelColumn());
    getRowConstraints().setAll(new RowConstraints(), new RowConstraints());
    List<String> across = map.x().values();
    Label title = new Label(map.x().path());
    title.getStyleClass().add("heat-key");
    add(title, 1, 0, across.size(), 1);
    setHalignment(title, HPos.CENTER);
    map.y().ifPresent(key -> addRowTitle(key.path()));
    for (int column = 0; column < across.size(); column++) {
      add(value(across.get(column), HPos.CENTER), column + 1, 1);
      getColumnConstraints().add(cellColumn());
    }
    for (int row = 0; row < map.rows().size(); row++) {
      addRow(map, row);
    }
  }

  private void addRowTitle(String path) {
    Label title = new Label(path);
    title.getStyleClass().add("heat-key");
    add(title, 0, 1);
    setHalignment(title, HPos.RIGHT);
  }

  private void addRow(HeatMap map, int row) {
    int place = row;
    map.y().ifPresent(key -> add(value(key.values().get(place), HPos.RIGHT), 0, place + 2));
    List<HeatCell> line = new ArrayList<>();
    for (int column = 0; column < map.x().values().size(); column++) {
      HeatCell cell = new HeatCell(row, column, actions);
      add(cell, column + 1, row + 2);
      line.add(cell);
    }
    cells.add(line);
    RowConstraints height = new RowConstraints(LOWEST, HIGHEST, HIGHEST);
    height.setVgrow(Priority.ALWAYS);
    height.setFillHeight(true);
    height.setValignment(VPos.CENTER);
    getRowConstraints().add(height);
  }

  private static Label value(String text, HPos position) {
    Label label = new Label(text);
    label.getStyleClass().addAll("num", "heat-value");
    setHalignment(label, position);
    return label;
  }

  private static ColumnConstraints labelColumn() {
    ColumnConstraints column = new ColumnConstraints();
    column.setMinWidth(USE_PREF_SIZE);
    column.setMaxWidth(ROW_LABELS);
    return column;
  }

  private static ColumnConstraints cellColumn() {
    ColumnConstraints column = new ColumnConstraints(NARROWEST, WIDEST, WIDEST);
    column.setHgrow(Priority.ALWAYS);
    column.setFillWidth(true);
    return column;
  }
}
