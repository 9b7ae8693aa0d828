package io.simmim.workbench.experiment;

import io.simmim.workbench.fx.FxThread;
import io.simmim.workbench.fx.Icons;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The fields of the launch: a name above a control, findings and problems below it. */
final class Fields {

  private Fields() {}

  /** A control under its name. */
  static VBox named(String name, Node control) {
    return named(new Label(name), control);
  }

  /** A control under a name that may change. */
  static VBox named(Label name, Node control) {
    name.getStyleClass().add("field-name");
    return stacked(name, control);
  }

  /** A control under a line that has its name and more. */
  static VBox stacked(Node head, Node control) {
    VBox field = new VBox(head, control);
    field.getStyleClass().add("field");
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setPrefWidth(100);
    return field;
  }

  /** A path to type, or to choose with the button beside it. */
  static HBox path(String id, String what, StringProperty path, Button browse) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(what);
    field.setAccessibleText(what);
    // Half a path may be that of something very large: it counts once it is complete.
    path.subscribe(field::setText);
    // A long path is told by its end.
    field.textProperty().subscribe(text -> showEnd(field));
    field.widthProperty().subscribe(width -> showEnd(field));
    field.setOnAction(event -> path.set(field.getText()));
    field.focusedProperty().addListener((p, old, now) -> path.set(field.getText()));
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(path);
    field.tooltipProperty().bind(path.map(text -> text.isEmpty() ? null : whole));
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox row = new HBox(field, browse);
    row.getStyleClass().add("tight-row");
    return row;
  }

  private static void showEnd(TextField field) {
    // A field begins at the front once a text was set, after all that listens has heard of it.
    FxThread.later(
        () -> {
          if (!field.isFocused()) {
            field.end();
          }
        });
  }

  static Button browse(String id, String says, Runnable choose) {
    return Icons.button(id, Material2OutlinedAL.FOLDER_OPEN, says, choose);
  }

  /** What was found, or what is wrong; takes no room while there is neither. */
  static VBox findings(
      String id, ObservableValue<String> finding, ObservableValue<String> problem) {
    Label found = new Label();
    found.setId(id + "-finding");
    found.getStyleClass().add("field-finding");
    found.textProperty().bind(finding);
    Label wrong = new Label();
    wrong.setId(id + "-problem");
    wrong.setWrapText(true);
    wrong.setMinHeight(Label.USE_PREF_SIZE);
    wrong.getStyleClass().add("form-fault");
    wrong.textProperty().bind(problem);
    for (Label label : new Label[] {found, wrong}) {
      label.visibleProperty().bind(label.textProperty().isNotEmpty());
      label.managedProperty().bind(label.visibleProperty());
    }
    VBox box = new VBox(found, wrong);
    box.visibleProperty().bind(found.visibleProperty().or(wrong.visibleProperty()));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  /** Shows a node only for as long as it is needed. */
  static void showWhile(Node node, ObservableValue<Boolean> needed) {
    node.visibleProperty().bind(needed);
    node.managedProperty().bind(needed);
  }
}
