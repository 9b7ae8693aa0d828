package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigKey;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.Search;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/** One key of the form: name, meaning, control, unit; a mark when changed or wrong. */
final class FormRowView extends HBox {

  private final ConfigKey key;
  private final KeyEditor editor;
  private final Label fault = new Label();
  private final Button reset;

  FormRowView(ConfigKey key, ConfigDocument document) {
    this.key = key;
    getStyleClass().add("form-row");
    editor = KeyEditor.of(key, value -> document.set(key.path(), value));
    reset =
        Icons.button(
            "reset-" + key.path(),
            Material2MZ.UNDO,
            "Set " + key.path() + " back to the opened file",
            () -> document.reset(key.path()));
    reset.getStyleClass().add("small");
    VBox words = words();
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, reset, control());
  }

  /** Shows the key as it now is. */
  void show(Reading reading) {
    String problem = reading.fault(key.path());
    boolean typingIt = editor.isBeingTyped() && !problem.isEmpty();
    if (!typingIt) {
      editor.display().accept(FormValues.text(reading.values().get(key.path())));
    }
    boolean changed = reading.changed(key.path());
    reset.setVisible(changed);
    fault.setText(problem);
    fault.setVisible(!problem.isEmpty());
    fault.setManaged(!problem.isEmpty());
    mark("form-row-changed", changed);
    mark("form-row-fault", !problem.isEmpty());
  }

  /** Whether every word of a search is in the name or the description. */
  static boolean matches(ConfigKey key, String search) {
    return Search.finds(search, key.path() + " " + key.description());
  }

  private VBox words() {
    Label name = new Label(key.path());
    name.getStyleClass().addAll("num", "form-key");
    Label description = new Label(key.description());
    description.getStyleClass().add("form-description");
    description.setWrapText(true);
    fault.setId("fault-" + key.path());
    fault.getStyleClass().add("form-fault");
    fault.setWrapText(true);
    VBox words = new VBox(name, description, fault);
    words.getStyleClass().add("form-words");
    return words;
  }

  private VBox control() {
    Control control = editor.control();
    control.setMaxWidth(Double.MAX_VALUE);
    VBox box = new VBox(control);
    box.getStyleClass().add("form-control");
    return box;
  }

  private void mark(String style, boolean on) {
    getStyleClass().remove(style);
    if (on) {
      getStyleClass().add(style);
    }
  }
}
