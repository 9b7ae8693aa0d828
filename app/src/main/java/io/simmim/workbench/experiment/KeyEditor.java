package io.simmim.workbench.experiment;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.ToggleSwitch;
import io.simmim.core.config.ConfigKey;
import io.simmim.core.config.ValueReading;
import io.simmim.core.config.ValueType;
import io.simmim.workbench.shell.Shortcut;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/**
 * The control that edits a key: a switch, a choice or a field, by its type.
 *
 * @param control what is shown
 * @param display shows a value without reporting it as edited
 */
record KeyEditor(Control control, Consumer<String> display) {

  /**
   * @param edited takes the value as it is written in YAML
   */
  static KeyEditor of(ConfigKey key, Consumer<String> edited) {
    KeyEditor editor =
        key.type() == ValueType.BOOLEAN
            ? toggle(edited)
            : key.choices().isEmpty() ? field(key, edited) : choice(key, edited);
    Control control = editor.control();
    control.setId("key-" + key.path());
    control.setAccessibleText(key.path());
    control.setTooltip(new Tooltip(key.allowed()));
    return editor;
  }

  private static KeyEditor toggle(Consumer<String> edited) {
    ToggleSwitch toggle = new ToggleSwitch();
    boolean[] showing = {false};
    toggle
        .selectedProperty()
        .addListener(
            (p, old, now) -> {
              if (!showing[0]) {
                edited.accept(now.toString());
              }
            });
    return new KeyEditor(
        toggle,
        value -> {
          showing[0] = true;
          toggle.setSelected(Boolean.parseBoolean(value));
          showing[0] = false;
        });
  }

  private static KeyEditor choice(ConfigKey key, Consumer<String> edited) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(key.choices());
    box.setMaxWidth(Double.MAX_VALUE);
    box.setOnAction(event -> edited.accept(box.getValue()));
    return new KeyEditor(
        box,
        value -> {
          var handler = box.getOnAction();
          box.setOnAction(null);
          box.setValue(value);
          box.setOnAction(handler);
        });
  }

  private static KeyEditor field(ConfigKey key, Consumer<String> edited) {
    CustomTextField field = new CustomTextField();
    field.getStyleClass().addAll("num", Shortcut.EDITS_DOCUMENT);
    if (!key.unit().isEmpty()) {
      Label unit = new Label(key.unit());
      unit.getStyleClass().add("form-unit");
      field.setRight(unit);
    }
    field.setPromptText(key.defaultValue() == null ? "null" : "");
    boolean[] showing = {false};
    field
        .textProperty()
        .addListener(
            (p, old, now) -> {
              if (!showing[0]) {
                edited.accept(now);
              }
            });
    return new KeyEditor(
        field,
        value -> {
          // The user may write the same value in another way.
          if (!field.isFocused() || !sameMeaning(key, field.getText(), value)) {
            showing[0] = true;
            field.setText(value);
            showing[0] = false;
          }
        });
  }

  /** Whether the user is at it right now. */
  boolean isBeingTyped() {
    return control instanceof TextField && control.isFocused();
  }

  private static boolean sameMeaning(ConfigKey key, String typed, String value) {
    ValueReading reading = key.read(typed);
    return reading.problem().isEmpty() && Objects.equals(reading.value(), key.read(value).value());
  }
}
