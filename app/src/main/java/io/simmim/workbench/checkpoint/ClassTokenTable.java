package io.simmim.workbench.checkpoint;

import io.simmim.core.portrait.PositionBias;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The bias of a Vision Transformer where its class token takes part, one row a head. */
final class ClassTokenTable extends GridPane {

  ClassTokenTable() {
    setId("tensor-class-token");
    getStyleClass().add("tensor-table");
    managedProperty().bind(visibleProperty());
  }

  void show(Optional<PositionBias.ClassToken> token) {
    getChildren().clear();
    setVisible(token.isPresent());
    token.ifPresent(this::fill);
  }

  private void fill(PositionBias.ClassToken token) {
    column(1, "class to patch", token.toPatches());
    column(2, "patch to class", token.fromPatches());
    column(3, "class to itself", token.toItself());
    for (int head = 0; head < token.toItself().size(); head++) {
      Label name = new Label("head " + head);
      name.getStyleClass().add("column-title");
      add(name, 0, head + 1);
    }
  }

  private void column(int column, String title, List<Double> values) {
    Label head = new Label(title);
    head.getStyleClass().add("column-title");
    add(head, column, 0);
    for (int i = 0; i < values.size(); i++) {
      Label value = new Label(CellValue.text(values.get(i)));
      value.getStyleClass().add("num");
      add(value, column, i + 1);
    }
  }
}
