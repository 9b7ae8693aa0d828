package io.simmim.workbench.experiment;

import atlantafx.base.controls.CustomTextField;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Configurations to start from, by folder, with a search. */
final class PresetTree extends VBox {

  private static final int ROWS_ABOVE = 6;

  private final ExperimentViewModel experiment;
  private final PresetsViewModel model;
  private final TreeView<Entry> tree = new TreeView<>(new TreeItem<>(new Entry("", null)));
  private final CustomTextField search = new CustomTextField();
  private Path selected;
  private boolean rebuilding;

  /** A folder, or a file when {@code file} is there. */
  private record Entry(String title, ConfigFile file) {}

  PresetTree(ExperimentViewModel experiment, Consumer<ConfigFile> open) {
    this.experiment = experiment;
    this.model = experiment.presets();
    getStyleClass().add("side-column");
    search.setId("preset-search");
    search.setPromptText("Search presets");
    search.setAccessibleText("Search presets");
    search.setLeft(Icons.of(Material2MZ.SEARCH));
    search.textProperty().bindBidirectional(model.searchProperty());
    tree.setId("preset-tree");
    tree.setShowRoot(false);
    tree.setAccessibleText("configurations");
    tree.setCellFactory(view -> new Cell());
    tree.getSelectionModel().selectedItemProperty().addListener((p, old, now) -> chosen(now, open));
    VBox.setVgrow(tree, Priority.ALWAYS);
    Label title = new Label("Configurations");
    title.getStyleClass().add("section-title");
    getChildren().addAll(title, search, tree);
    ListChangeListener<ConfigFile> rebuild = change -> rebuild();
    model.presets().addListener(rebuild);
    model.mine().addListener(rebuild);
    experiment.stageProperty().addListener((p, old, now) -> rebuild());
  }

  /** Shows which file is open. */
  void select(Path file) {
    boolean clicked = file != null && file.equals(selected) && file.equals(marked());
    selected = file;
    if (clicked) {
      return; // the tree stays where it is under the mouse
    }
    rebuild();
  }

  /** The file that the tree shows as selected, or {@code null}. */
  private Path marked() {
    TreeItem<Entry> item = tree.getSelectionModel().getSelectedItem();
    return item == null || item.getValue().file() == null ? null : item.getValue().file().path();
  }

  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private void chosen(TreeItem<Entry> item, Consumer<ConfigFile> open) {
    boolean file = item != null && item.getValue().file() != null;
    if (!rebuilding && file && !item.getValue().file().path().equals(selected)) {
      selected = item.getValue().file().path();
      open.accept(item.getValue().file());
    }
  }

  private void rebuild() {
    rebuilding = true;
    TreeItem<Entry> root = new TreeItem<>(new Entry("", null));
    RunStage stage = experiment.stageProperty().get();
    boolean trained = stage == RunStage.PRETRAIN;
    addAll(root, "My configs", model.mine(), true);
    addAll(root, "Pre-training", presets(RunStage.PRETRAIN), trained || isSearching());
    addAll(root, "Fine-tuning", presets(RunStage.FINETUNE), !trained || isSearching());
    addAll(root, "Other presets", others(), true);
    tree.setRoot(root);
    rebuilding = false;
    markSelected();
  }

  private boolean isSearching() {
    return !model.searchProperty().get().isBlank();
  }

  private List<ConfigFile> presets(RunStage stage) {
    return model.presets().stream().filter(file -> stage.namesFile(file.name())).toList();
  }

  private List<ConfigFile> others() {
    return model.presets().stream()
        .filter(
            file -> List.of(RunStage.values()).stream().noneMatch(s -> s.namesFile(file.name())))
        .toList();
  }

  /** Selecting a file in a folder that the user closed would open it. */
  private void markSelected() {
    rebuilding = true;
    tree.getRoot().getChildren().stream().filter(TreeItem::isExpanded).forEach(this::selectBelow);
    rebuilding = false;
  }

  private void selectBelow(TreeItem<Entry> item) {
    ConfigFile file = item.getValue().file();
    if (file != null && file.path().equals(selected)) {
      tree.getSelectionModel().select(item);
      tree.scrollTo(Math.max(0, tree.getRow(item) - ROWS_ABOVE));
    }
    item.getChildren().forEach(this::selectBelow);
  }

  private void addAll(
      TreeItem<Entry> root, String title, List<ConfigFile> files, boolean expanded) {
    if (files.isEmpty()) {
      return;
    }
    TreeItem<Entry> top = folder(title);
    top.setExpanded(expanded);
    top.expandedProperty().addListener((p, old, now) -> markSelected());
    root.getChildren().add(top);
    Map<String, List<ConfigFile>> groups =
        files.stream()
            .collect(
                Collectors.groupingBy(ConfigFile::group, LinkedHashMap::new, Collectors.toList()));
    groups.forEach(
        (name, group) -> {
          // A folder around a single file says nothing that the file does not.
          TreeItem<Entry> parent = name.isEmpty() || group.size() == 1 ? top : folder(name);
          if (parent != top) {
            top.getChildren().add(parent);
          }
          group.forEach(file -> parent.getChildren().add(item(file)));
        });
  }

  private static TreeItem<Entry> item(ConfigFile file) {
    return new TreeItem<>(new Entry(RunStage.shortName(file.name()), file));
  }

  private static TreeItem<Entry> folder(String title) {
    TreeItem<Entry> item = new TreeItem<>(new Entry(title, null));
    item.setExpanded(true);
    return item;
  }

  private static final class Cell extends TreeCell<Entry> {

    @Override
    protected void updateItem(Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      // Narrower than its text, so that a long name is cut and the tree never scrolls sideways.
      setPrefWidth(1);
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      boolean file = entry != null && entry.file() != null;
      setText(empty || entry == null ? null : entry.title());
      setGraphic(file ? Icons.of(Material2OutlinedAL.DESCRIPTION) : null);
      setTooltip(file ? new Tooltip(entry.title() + "\n" + entry.file().path()) : null);
      getStyleClass().remove("tree-folder");
      if (entry != null && !file) {
        getStyleClass().add("tree-folder");
      }
    }
  }
}
