package io.simmim.workbench.checkpoint;

import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.InWords;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** Names of tensors with their shapes, to read and to copy. */
final class NameList extends VBox {

  NameList(FitGroup group, Consumer<String> copy) {
    setId("name-list");
    getStyleClass().add("name-list");
    Label title = new Label(InWords.count(group.tensors().size()) + " " + group.title());
    title.getStyleClass().add("section-title");
    Label why = new Label(group.why());
    why.getStyleClass().addAll("muted", "small");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head =
        new HBox(
            title,
            gap,
            Icons.button(
                "name-list-copy",
                Material2AL.CONTENT_COPY,
                "Copy all names and shapes",
                () -> copy.accept(text(group))));
    head.getStyleClass().add("panel-head");
    ListView<FitGroup.Tensor> list = new ListView<>(FXCollections.observableList(group.tensors()));
    list.setId("name-list-names");
    list.setAccessibleText(title.getText());
    list.setCellFactory(view -> new Cell());
    list.getStyleClass().add("dense");
    getChildren().addAll(head, why, list);
  }

  private static String text(FitGroup group) {
    return group.tensors().stream()
        .map(tensor -> tensor.name() + "\t" + tensor.detail())
        .collect(Collectors.joining("\n"));
  }

  private static final class Cell extends ListCell<FitGroup.Tensor> {

    private final Label name = new Label();
    private final Label detail = new Label();
    private final HBox row;

    Cell() {
      name.getStyleClass().add("num");
      name.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
      detail.getStyleClass().addAll("num", "muted");
      detail.setMinWidth(USE_PREF_SIZE);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      row = new HBox(name, gap, detail);
      row.getStyleClass().add("tight-row");
      setPrefWidth(1);
    }

    @Override
    protected void updateItem(FitGroup.Tensor tensor, boolean empty) {
      super.updateItem(tensor, empty);
      boolean none = empty || tensor == null;
      setGraphic(none ? null : row);
      name.setText(none ? "" : tensor.name());
      detail.setText(none ? "" : tensor.detail());
    }
  }
}
