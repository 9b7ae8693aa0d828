package io.simmim.workbench.checkpoint;

import io.simmim.workbench.fx.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The page of a file that could not be opened. */
final class RefusedPane extends BorderPane {

  private final CheckpointActions actions;
  private final OpenFileViewModel model;
  private final Label name = new Label();
  private final StackPane place = new StackPane();

  RefusedPane(OpenFileViewModel model, CheckpointActions actions) {
    this.model = model;
    this.actions = actions;
    setId("checkpoint-refused");
    getStyleClass().add("page");
    name.getStyleClass().add("page-title");
    HBox head =
        new HBox(
            Icons.button("refused-back", Material2AL.ARROW_BACK, "No file (Ctrl+W)", model::close),
            name);
    head.getStyleClass().add("page-head");
    setTop(head);
    place.getStyleClass().add("result-place");
    setCenter(place);
  }

  void show(OpenState.Refused refused) {
    name.setText(String.valueOf(refused.path().getFileName()));
    Button other = new Button("Open another…", Icons.of(Material2OutlinedAL.FOLDER_OPEN));
    other.setId("refused-open");
    other.getStyleClass().add("accent");
    other.setOnAction(event -> actions.chooseFile());
    Button again = new Button("Try again");
    again.setId("refused-again");
    again.setOnAction(event -> model.reload());
    VBox card = new RefusalCard(refused.sentence(), refused.details(), actions::copy, other, again);
    place.getChildren().setAll(card);
  }
}
