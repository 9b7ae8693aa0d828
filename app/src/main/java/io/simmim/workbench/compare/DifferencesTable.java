package io.simmim.workbench.compare;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The keys that the configurations do not agree on, one column a run. */
final class DifferencesTable extends TableView<ConfigDifference> {

  private static final double KEY_WIDTH = 260;
  private static final double WIDEST = 320;

  /** What is left for the border, and for a scroll bar. */
  private static final double EDGE = 18;

  /** With more runs than this leaves room for, the table is scrolled sideways. */
  private static final double LEAST_WIDTH = 130;

  private List<String> labels = List.of();

  DifferencesTable(CompareViewModel model) {
    setId("compare-config");
    getStyleClass().add("dense-table");
    Label same = new Label("The configurations are the same.");
    same.getStyleClass().add("muted");
    setPlaceholder(same);
    model
        .differencesProperty()
        .subscribe(
            differences -> {
              showColumns(model.runsProperty().get().stream().map(ComparedRun::label).toList());
              getItems().setAll(differences);
            });
  }

  private void showColumns(List<String> now) {
    if (now.equals(labels)) {
      return;
    }
    labels = now;
    getColumns().clear();
    TableColumn<ConfigDifference, String> key = new TableColumn<>("Key");
    key.setPrefWidth(KEY_WIDTH);
    key.setCellValueFactory(c -> new SimpleStringProperty(c.getValue().key()));
    getColumns().add(key);
    for (int i = 0; i < labels.size(); i++) {
      int run = i;
      TableColumn<ConfigDifference, String> column = new TableColumn<>(labels.get(i));
      column.prefWidthProperty().bind(widthProperty().map(this::share));
      column.getStyleClass().add("num");
      column.setSortable(false);
      column.setCellValueFactory(c -> new SimpleStringProperty(c.getValue().values().get(run)));
      getColumns().add(column);
    }
  }

  private double share(Number width) {
    double room = (width.doubleValue() - KEY_WIDTH - EDGE) / labels.size();
    return Math.min(WIDEST, Math.max(LEAST_WIDTH, Math.floor(room)));
  }
}
