package io.simmim.workbench.experiment;

import atlantafx.base.controls.CustomTextField;
import io.simmim.core.config.ConfigKey;
import io.simmim.core.config.ConfigSchema;
import io.simmim.core.config.ConfigSection;
import io.simmim.core.config.ModelType;
import io.simmim.workbench.fx.Icons;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * The configuration as a form, generated from the schema, section by section. A row is made when
 * its key is shown for the first time, a few of them in a frame, so that the window never stands
 * still for all.
 */
final class ConfigForm extends VBox {

  private static final int ROWS_IN_A_FRAME = 8;

  private final ConfigDocument document;
  private final CustomTextField search = new CustomTextField();
  private final CheckBox everyKey = new CheckBox("All keys");
  private final CheckBox onlyChanged = new CheckBox("Changed");
  private final Label nothing = new Label("No key here passes this search and these filters.");
  private final Map<ConfigSection, VBox> sections = new EnumMap<>(ConfigSection.class);
  private final Map<ConfigKey, FormRowView> rows = new HashMap<>();
  private final PauseTransition breath = new PauseTransition(Duration.millis(1));

  ConfigForm(ConfigDocument document) {
    this.document = document;
    setId("config-form");
    getStyleClass().add("form");
    nothing.setId("no-keys");
    nothing.getStyleClass().add("field-name");
    nothing.managedProperty().bind(nothing.visibleProperty());
    VBox content = new VBox(nothing);
    content.getStyleClass().add("form-content");
    for (ConfigSection section : ConfigSection.values()) {
      content.getChildren().add(section(section));
    }
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(filterBar(), scroll);
    breath.setOnFinished(event -> filter());
    breath.play();
    document.readingProperty().addListener((p, old, now) -> show(now));
  }

  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private HBox filterBar() {
    search.setId("key-search");
    search.setPromptText("Search keys");
    search.setAccessibleText("Search keys");
    search.setLeft(Icons.of(Material2MZ.SEARCH));
    search.textProperty().addListener((p, old, now) -> filter());
    HBox.setHgrow(search, Priority.ALWAYS);
    everyKey.setId("all-keys");
    everyKey.setTooltip(
        new Tooltip("Also keys of other models and stages, which have no effect here"));
    everyKey.setOnAction(event -> filter());
    onlyChanged.setId("changed-keys");
    onlyChanged.setTooltip(new Tooltip("Only keys that differ from the opened file"));
    onlyChanged.setOnAction(event -> filter());
    HBox bar = new HBox(search, onlyChanged, everyKey);
    bar.getStyleClass().add("filter-bar");
    return bar;
  }

  private VBox section(ConfigSection section) {
    Label title = new Label(section.title());
    title.getStyleClass().add("form-section-title");
    VBox box = new VBox(title);
    box.getStyleClass().add("form-section");
    sections.put(section, box);
    return box;
  }

  private static Stream<ConfigKey> keys(ConfigSection section) {
    return ConfigSchema.official().keys().stream().filter(key -> key.section() == section);
  }

  private void show(Reading reading) {
    rows.values().forEach(row -> row.show(reading));
    filter();
  }

  private void filter() {
    Reading reading = document.readingProperty().get();
    int room = ROWS_IN_A_FRAME;
    boolean any = false;
    for (ConfigSection section : ConfigSection.values()) {
      List<ConfigKey> shown = keys(section).filter(key -> isShown(key, reading)).toList();
      room = fill(section, shown, room);
      any |= !shown.isEmpty();
    }
    nothing.setVisible(!any);
    if (room < 0) {
      breath.playFromStart();
    }
  }

  /**
   * Shows these keys of a section, as far as there is room for rows that are yet to be made.
   *
   * @return the room that is left; negative when some rows are missing
   */
  private int fill(ConfigSection section, List<ConfigKey> shown, int room) {
    VBox box = sections.get(section);
    box.setVisible(!shown.isEmpty());
    box.setManaged(!shown.isEmpty());
    int left = room;
    int place = 1;
    for (ConfigKey key : keys(section).toList()) {
      boolean visible = shown.contains(key);
      if (visible && !rows.containsKey(key) && left-- > 0) {
        box.getChildren().add(place, make(key));
      }
      if (rows.containsKey(key)) {
        rows.get(key).setVisible(visible);
        rows.get(key).setManaged(visible);
        place++;
      }
    }
    return left;
  }

  private FormRowView make(ConfigKey key) {
    FormRowView row = new FormRowView(key, document);
    row.show(document.readingProperty().get());
    rows.put(key, row);
    return row;
  }

  private boolean isShown(ConfigKey key, Reading reading) {
    String path = key.path();
    ModelType model = reading.draft().model().type();
    boolean wrong = !reading.fault(path).isEmpty();
    boolean wanted = everyKey.isSelected() || RelevantKeys.matters(key, model, reading.stage());
    boolean passes = !onlyChanged.isSelected() || reading.changed(path);
    return FormRowView.matches(key, search.getText()) && (wrong || (wanted && passes));
  }
}
