package io.simmim.workbench.experiment;

import atlantafx.base.controls.CustomTextField;
import io.simmim.core.config.ConfigKey;
import io.simmim.core.config.ConfigSchema;
import io.simmim.core.config.ConfigSection;
import io.simmim.core.config.ModelType;
import io.simmim.workbench.fx.Icons;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/** The configuration as a form, generated from the schema, section by section. */
final class ConfigForm extends VBox {

  private final ConfigDocument document;
  private final CustomTextField search = new CustomTextField();
  private final CheckBox everyKey = new CheckBox("All keys");
  private final CheckBox onlyChanged = new CheckBox("Changed");
  private final Label nothing = new Label("No key here passes this search and these filters.");
  private final Map<ConfigSection, List<FormRowView>> rows = new EnumMap<>(ConfigSection.class);
  private final Map<ConfigSection, VBox> sections = new EnumMap<>(ConfigSection.class);

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
    document.readingProperty().subscribe(this::show);
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
    List<FormRowView> views = keys(section).map(key -> new FormRowView(key, document)).toList();
    Label title = new Label(section.title());
    title.getStyleClass().add("form-section-title");
    VBox box = new VBox(title);
    box.getStyleClass().add("form-section");
    box.getChildren().addAll(views);
    rows.put(section, views);
    sections.put(section, box);
    return box;
  }

  private static Stream<ConfigKey> keys(ConfigSection section) {
    return ConfigSchema.official().keys().stream().filter(key -> key.section() == section);
  }

  private void show(Reading reading) {
    rows.values().stream().flatMap(List::stream).forEach(row -> row.show(reading));
    filter();
  }

  private void filter() {
    Reading reading = document.readingProperty().get();
    ModelType model = reading.draft().model().type();
    boolean[] none = {true};
    rows.forEach(
        (section, views) -> {
          boolean any = false;
          for (FormRowView row : views) {
            boolean shown = isShown(row, reading, model);
            row.setVisible(shown);
            row.setManaged(shown);
            any |= shown;
          }
          sections.get(section).setVisible(any);
          sections.get(section).setManaged(any);
          none[0] &= !any;
        });
    nothing.setVisible(none[0]);
  }

  private boolean isShown(FormRowView row, Reading reading, ModelType model) {
    String path = row.key().path();
    boolean wrong = !reading.fault(path).isEmpty();
    boolean wanted =
        everyKey.isSelected() || RelevantKeys.matters(row.key(), model, reading.stage());
    boolean passes = !onlyChanged.isSelected() || reading.changed(path);
    return row.matches(search.getText()) && (wrong || (wanted && passes));
  }
}
