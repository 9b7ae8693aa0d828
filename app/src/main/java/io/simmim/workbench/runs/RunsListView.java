package io.simmim.workbench.runs;

import atlantafx.base.controls.CustomTextField;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.queue.QueueBar;
import io.simmim.workbench.queue.QueueSide;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The table of runs under its filter. */
final class RunsListView extends VBox {

  private final RunsViewModel model;
  private final CustomTextField filter = new CustomTextField();

  RunsListView(RunsViewModel model, TableDesk desk, QueueSide queue) {
    this.model = model;
    getStyleClass().add("page");
    RunsTable table =
        new RunsTable(model, desk, queue, row -> model.openProperty().set(row.folder()));
    table.setPlaceholder(placeholder());
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(head(desk), new QueueBar(queue.model(), queue.actions()), table);
  }

  void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  private HBox head(TableDesk desk) {
    Label title = new Label("Runs");
    title.getStyleClass().add("page-title");
    filter.setId("runs-filter");
    filter.setPromptText("Filter: words, loss<0.5, status:failed");
    filter.setTooltip(
        new Tooltip(
            "Words look at model, tag, stage, status, labels and note. Conditions: loss, best,"
                + " top1, besttop1, epochs, speed, minutes with < <= = >= >; status, stage, model,"
                + " tag, label, note with a colon."));
    filter.setAccessibleText("Filter runs");
    filter.setLeft(Icons.of(Material2MZ.SEARCH));
    filter.setPrefWidth(280);
    filter.textProperty().bindBidirectional(model.filterProperty());
    Label count = new Label();
    count.setId("runs-count");
    count.getStyleClass().add("muted");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.shown().size() + " of " + model.total(),
                model.shown(),
                model.filterProperty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head =
        new HBox(
            title,
            filter,
            count,
            gap,
            workspace(desk::chooseWorkspace),
            importMenu(desk),
            compare());
    head.getStyleClass().add("page-head");
    return head;
  }

  private Button compare() {
    Button button = new Button();
    button.setId("runs-compare");
    button.setGraphic(Icons.of(Material2OutlinedAL.COMPARE_ARROWS));
    button.getStyleClass().add("accent");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(
        new Tooltip("Compare the marked runs (Ctrl+D); mark them at the left, or with Ctrl+click"));
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.canCompare() ? "Compare " + model.checked().size() : "Compare",
                model.checked()));
    button
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> !model.canCompare(), model.checked()));
    button.setOnAction(event -> model.compareChecked());
    return button;
  }

  private static MenuButton importMenu(TableDesk desk) {
    MenuItem file = new MenuItem("Log file…");
    file.setId("import-file");
    file.setOnAction(event -> desk.importLog());
    MenuItem folder = new MenuItem("Folder of logs…");
    folder.setId("import-folder");
    folder.setOnAction(event -> desk.importFolder());
    MenuButton button = new MenuButton("Import log", Icons.of(Material2OutlinedAL.GET_APP));
    button.setId("runs-import");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(
        new Tooltip("Take over trainings of the official code from their log_rank0.txt"));
    button.getItems().setAll(file, folder);
    return button;
  }

  private Button workspace(Runnable choose) {
    Button button = new Button();
    button.setId("runs-workspace");
    button.setGraphic(Icons.of(Material2OutlinedAL.FOLDER));
    button.getStyleClass().addAll("flat", "path-button");
    button.setTooltip(new Tooltip("The folder that holds the runs; choose another (Ctrl+Shift+O)"));
    button.textProperty().bind(model.workspaceProperty().map(Object::toString));
    button.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
    button.setMaxWidth(480);
    button.setOnAction(event -> choose.run());
    return button;
  }

  private VBox placeholder() {
    Label text = new Label();
    text.getStyleClass().add("muted");
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::emptyText, model.scannedProperty(), model.filterProperty(), model.shown()));
    VBox box = new VBox(Icons.of(Material2AL.INSIGHTS), text);
    box.getStyleClass().add("empty");
    return box;
  }

  private String emptyText() {
    if (!model.scannedProperty().get()) {
      return "Looking for runs…";
    }
    return model.total() == 0
        ? "No runs here yet. Launch one from the Experiment page (Ctrl+2)."
        : "No run matches the filter.";
  }
}
