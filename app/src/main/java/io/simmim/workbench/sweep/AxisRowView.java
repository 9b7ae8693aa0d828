package io.simmim.workbench.sweep;

import io.simmim.core.config.ConfigKey;
import io.simmim.core.sweep.AxisReading;
import io.simmim.workbench.fx.Icons;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.kordamp.ikonli.material2.Material2AL;

/** One key of the sweep: which, and its values. */
final class AxisRowView extends VBox {

  private static final double KEY = 300;
  private static final double FINDING = 72;

  private final AxisRow row;
  private final SearchableComboBox<ConfigKey> key = new SearchableComboBox<>();
  private final TextField values = new TextField();
  private final Label words = new Label();
  private final Button remove;

  AxisRowView(AxisRow row, List<ConfigKey> keys, Runnable removed) {
    this.row = row;
    getStyleClass().add("axis-row");
    buildKey(keys);
    values.setAccessibleText("Values of the key");
    values.getStyleClass().add("num");
    values.textProperty().bindBidirectional(row.textProperty());
    HBox.setHgrow(values, Priority.ALWAYS);
    Label count = new Label();
    count.getStyleClass().add("muted");
    count.setPrefWidth(FINDING);
    count.setMinWidth(FINDING);
    count.textProperty().bind(row.findingProperty());
    remove = Icons.button("sweep-remove", Material2AL.CLOSE, "Take the key out", removed);
    HBox line = new HBox(key, values, count, remove);
    line.getStyleClass().add("tight-row");
    words.setMinHeight(USE_PREF_SIZE);
    words.setWrapText(true);
    row.problemProperty().subscribe(this::explain);
    row.keyProperty().subscribe(this::explain);
    explain();
    getChildren().addAll(line, words);
  }

  /** Gives each control an id that ends with the place of the row. */
  void number(int place) {
    key.setId("sweep-key-" + place);
    values.setId("sweep-values-" + place);
    words.setId("sweep-words-" + place);
    remove.setId("sweep-remove-" + place);
  }

  /** Where to go on: the key while there is none, else behind its values. */
  void focus() {
    if (row.keyProperty().get() == null) {
      key.requestFocus();
    } else {
      values.requestFocus();
      values.end();
    }
  }

  private void buildKey(List<ConfigKey> keys) {
    key.setPrefWidth(KEY);
    key.setMinWidth(KEY);
    key.setPromptText("Choose a key");
    key.setAccessibleText("Key of the configuration");
    key.setTooltip(new Tooltip("The key that takes several values; type to search"));
    key.setConverter(new Paths(keys));
    key.setCellFactory(list -> new KeyCell());
    key.getItems().setAll(keys);
    key.valueProperty().bindBidirectional(row.keyProperty());
  }

  private void explain() {
    String problem = row.problemProperty().get();
    ConfigKey chosen = row.keyProperty().get();
    boolean wrong = !problem.isEmpty();
    // How numbers are written stands above all rows.
    boolean numbers = chosen == null || chosen.type().isNumeric();
    words.setText(wrong ? problem : numbers ? "" : AxisReading.hint(chosen));
    words.getStyleClass().setAll("label", wrong ? "form-fault" : "form-description");
    values.setPromptText(chosen == null ? "Its values, such as 0.4, 0.6, 0.8" : "Values");
    values.setTooltip(
        chosen == null
            ? null
            : new Tooltip(
                chosen.description()
                    + "\nAllowed: "
                    + chosen.allowed()
                    + ".\n"
                    + AxisReading.hint(chosen)));
    words.setVisible(!words.getText().isEmpty());
    words.setManaged(words.isVisible());
  }

  private static final class Paths extends StringConverter<ConfigKey> {

    private final List<ConfigKey> keys;

    Paths(List<ConfigKey> keys) {
      this.keys = keys;
    }

    @Override
    public String toString(ConfigKey key) {
      return key == null ? "" : key.path();
    }

    @Override
    public ConfigKey fromString(String path) {
      return keys.stream().filter(key -> key.path().equals(path)).findFirst().orElse(null);
    }
  }

  private static final class KeyCell extends ListCell<ConfigKey> {

    @Override
    protected void updateItem(ConfigKey key, boolean empty) {
      super.updateItem(key, empty);
      setText(empty || key == null ? null : key.path());
      setTooltip(empty || key == null ? null : new Tooltip(key.description()));
    }
  }
}
