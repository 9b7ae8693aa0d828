package io.simmim.workbench.sweep;

import io.simmim.workbench.fx.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The name of a sweep, what still keeps it from being made, and the buttons that end it. */
final class SweepFooter extends HBox {

  private static final double NAME = 250;

  private final SweepViewModel model;

  SweepFooter(SweepViewModel model, Runnable copy) {
    this.model = model;
    getStyleClass().add("sweep-head");
    Label problem = new Label();
    problem.setId("sweep-problem");
    problem.getStyleClass().add("muted");
    problem.setWrapText(true);
    problem.setMaxWidth(Double.MAX_VALUE);
    problem.textProperty().bind(model.problemProperty());
    HBox.setHgrow(problem, Priority.ALWAYS);
    setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(name(), problem, copy(copy), cancel(), add());
  }

  private HBox name() {
    Label before = new Label("Label  sweep-");
    before.getStyleClass().add("muted");
    before.setMinWidth(USE_PREF_SIZE);
    TextField field = new TextField();
    field.setId("sweep-name");
    field.setAccessibleText("Name of the sweep");
    field.setTooltip(new Tooltip("Every run of the sweep gets this label; Runs finds them by it"));
    field.setPrefWidth(NAME);
    field.textProperty().bindBidirectional(model.nameProperty());
    HBox row = new HBox(before, field);
    row.getStyleClass().add("sweep-name");
    return row;
  }

  private Button copy(Runnable copy) {
    Button button = new Button("Copy the commands", Icons.of(Material2AL.CONTENT_COPY));
    button.setId("sweep-copy");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip("One line for a shell for each run (Ctrl+Shift+C)"));
    button.disableProperty().bind(model.problemProperty().isNotEmpty());
    button.setOnAction(event -> copy.run());
    return button;
  }

  private Button cancel() {
    Button button = new Button("Cancel");
    button.setId("sweep-cancel");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip("Close without adding anything (Esc)"));
    button.setOnAction(event -> model.close());
    return button;
  }

  private Button add() {
    Button button = new Button("", Icons.of(Material2OutlinedMZ.PLAYLIST_ADD));
    button.setId("sweep-add");
    button.getStyleClass().add("accent");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip("They run when it is their turn (Ctrl+Enter)"));
    button
        .textProperty()
        .bind(model.previewProperty().map(preview -> SweepWords.add(preview.ready().size())));
    button.disableProperty().bind(model.problemProperty().isNotEmpty());
    button.setOnAction(event -> model.submit());
    return button;
  }
}
