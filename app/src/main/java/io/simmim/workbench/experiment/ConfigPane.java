package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigFault;
import io.simmim.workbench.code.YamlEditor;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.Lazily;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The configuration in the middle of the page: as a form, as YAML, with what is wrong in it. */
final class ConfigPane extends VBox {

  private final ConfigDocument document;
  private final ConfigForm form;
  private final Lazily<YamlEditor> editor;
  private final TabPane tabs = new TabPane();
  private final FaultList faults = new FaultList(this::goTo);

  /**
   * @param advice stands over the configuration
   */
  ConfigPane(ConfigDocument document, Runnable saveAs, Node advice) {
    this.document = document;
    getStyleClass().add("config-pane");
    form = new ConfigForm(document);
    editor = new Lazily<>(this::makeEditor);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    Tab yaml = tab("tab-yaml", "YAML");
    yaml.selectedProperty().subscribe(selected -> showEditor(yaml, selected));
    Tab fields = tab("tab-form", "Form");
    fields.setContent(form);
    tabs.getTabs().addAll(fields, yaml);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().addAll(head(saveAs), advice, tabs, faults);
    document.readingProperty().subscribe(reading -> faults.show(reading.faults()));
  }

  private YamlEditor makeEditor() {
    YamlEditor made = new YamlEditor("yaml-editor", document::edit);
    document.textProperty().subscribe(made::show);
    document.readingProperty().subscribe(reading -> made.mark(byLine(reading)));
    return made;
  }

  private void showEditor(Tab tab, boolean selected) {
    if (selected) {
      tab.setContent(editor.get());
    }
  }

  /** 0 the form, 1 the YAML. */
  void selectTab(int index) {
    tabs.getSelectionModel().select(index);
  }

  void focusKeySearch() {
    selectTab(0);
    form.focusSearch();
  }

  private HBox head(Runnable saveAs) {
    Label name = new Label();
    name.setId("config-name");
    name.getStyleClass().add("page-title");
    name.setMinWidth(60);
    name.textProperty().bind(document.sourceProperty().map(ConfigPane::title));
    Tooltip path = new Tooltip();
    path.textProperty().bind(document.sourceProperty().map(Object::toString));
    name.setTooltip(path);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button undo = Icons.button("undo", Material2MZ.UNDO, "Undo (Ctrl+Z)", document::undo);
    undo.disableProperty().bind(document.canUndoProperty().not());
    Button redo = Icons.button("redo", Material2MZ.REDO, "Redo (Ctrl+Y)", document::redo);
    redo.disableProperty().bind(document.canRedoProperty().not());
    Button save =
        Icons.button("save-as", Material2OutlinedMZ.SAVE, "Save to my configs (Ctrl+S)", saveAs);
    HBox head = new HBox(name, gap, undo, redo, save);
    head.getStyleClass().add("page-head");
    return head;
  }

  /** The name of the file; of the configuration inside a run, that of the run. */
  private static String title(Path source) {
    boolean ofARun = source.getFileName().toString().equals("config.yaml");
    return ofARun && source.getParent() != null
        ? source.getParent().getFileName().toString()
        : source.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }

  private static Map<Integer, String> byLine(Reading reading) {
    Map<Integer, String> byLine = new HashMap<>();
    for (ConfigFault fault : reading.faults()) {
      if (fault.line() > 0) {
        byLine.merge(fault.line(), fault.message(), (a, b) -> a + "\n" + b);
      }
    }
    return byLine;
  }

  private void goTo(ConfigFault fault) {
    if (fault.line() > 0) {
      selectTab(1);
      editor.get().goTo(fault.line());
    } else {
      selectTab(0);
    }
  }

  private static Tab tab(String id, String title) {
    Tab tab = new Tab(title);
    tab.setId(id);
    return tab;
  }
}
