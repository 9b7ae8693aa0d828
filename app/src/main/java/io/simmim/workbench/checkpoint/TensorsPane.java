package io.simmim.workbench.checkpoint;

import atlantafx.base.controls.CustomTextField;
import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.fx.Settled;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The tensors of the open file under a search, and beside them the one that is selected. */
final class TensorsPane extends SplitPane {

  private final CheckpointPageViewModel page;
  private final TensorsViewModel model;
  private final TensorPanel panel;
  private final Settled settled;
  private double share;
  private final TensorTable table;
  private final CustomTextField search = new CustomTextField();

  TensorsPane(
      CheckpointPageViewModel page,
      CheckpointActions actions,
      TensorPanel panel,
      Remembered split) {
    this.model = page.tensors();
    table = new TensorTable(model, actions::copy);
    getStyleClass().addAll("quiet-split", "tensors");
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox list = new VBox(filterBar(), table);
    list.getStyleClass().add("tensor-list");
    list.setMinWidth(320);
    panel.setMinWidth(300);
    SplitPane.setResizableWithParent(panel, false);
    getItems().add(list);
    this.page = page;
    this.panel = panel;

    share = split.position();
    settled = new Settled(() -> split.remember().accept(share));
    model.selectedProperty().subscribe(this::show);
    model.intactProperty().subscribe(this::show);
  }

  /** Until a tensor is chosen, and its values can be relied on, the table has all the room. */
  private void show() {
    Optional<TensorRow> row =
        model.selectedProperty().get().filter(r -> model.intactProperty().get());
    Optional<Inspection> open = page.file().stateProperty().get().content();
    if (row.isPresent() && open.isPresent()) {
      showPanel();
      panel.show(open.get().file(), row.get().name());
    } else {
      panel.clear();
      getItems().remove(panel);
    }
  }

  private void showPanel() {
    if (!getItems().contains(panel)) {
      getItems().add(panel);
      setDividerPositions(share);
      getDividers().get(0).positionProperty().addListener((p, old, now) -> moved(now));
    }
  }

  private void moved(Number position) {
    share = position.doubleValue();
    settled.changed();
  }

  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private HBox filterBar() {
    search.setId("tensor-search");
    search.setPromptText("Search tensors");
    search.setAccessibleText("Search tensors by name, type or shape");
    search.setLeft(Icons.of(Material2MZ.SEARCH));
    search.setPrefWidth(280);
    search.textProperty().bindBidirectional(model.searchProperty());
    search.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            table.takeFocus();
            event.consume();
          }
        });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(search, flat(), count(), gap, progress());
    bar.getStyleClass().add("filter-bar");
    return bar;
  }

  private ToggleButton flat() {
    ToggleButton button = new ToggleButton("One list", Icons.of(Material2AL.LIST));
    button.setId("tensor-flat");
    button.setTooltip(
        new Tooltip("All tensors in one list: a click on a column sorts them together (Ctrl+L)"));
    button.getStyleClass().addAll("small", "quiet-toggle");
    button.setMinWidth(USE_PREF_SIZE);
    button.selectedProperty().bindBidirectional(model.flatProperty());
    return button;
  }

  private Label count() {
    Label label = new Label();
    label.setId("tensor-count");
    label.getStyleClass().addAll("muted", "small");
    label.setMinWidth(USE_PREF_SIZE);
    label.textProperty().bind(model.rootProperty().map(this::counted));
    return label;
  }

  private String counted(TensorNode root) {
    String all = InWords.count(model.total());
    return root.tensors() == model.total()
        ? all + (model.total() == 1 ? " tensor" : " tensors")
        : InWords.count(root.tensors()) + " of " + all + " tensors";
  }

  private HBox progress() {
    Label text = new Label("reading values");
    text.getStyleClass().addAll("muted", "small");
    ProgressBar bar = new ProgressBar();
    bar.setId("tensor-progress");
    bar.getStyleClass().add("task-bar");
    bar.setPrefWidth(100);
    bar.setAccessibleText("values read");
    bar.progressProperty().bind(model.progressProperty());
    HBox box = new HBox(text, bar);
    box.getStyleClass().add("tight-row");
    box.visibleProperty().bind(Bindings.lessThan(model.progressProperty(), 1));
    return box;
  }
}
