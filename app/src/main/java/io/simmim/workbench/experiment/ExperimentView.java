package io.simmim.workbench.experiment;

import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.fx.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/** The page Experiment: presets at the left, the configuration, the launch at the right. */
public final class ExperimentView extends HBox {

  private final ExperimentViewModel model;
  private final ExperimentActions actions;
  private final PresetTree tree;
  private final ConfigPane config;
  private final PlanPanel plan;
  private final MeasureViewModel measuring;

  public ExperimentView(
      ExperimentViewModel model, MeasureViewModel measuring, ExperimentActions actions) {
    this.model = model;
    this.actions = actions;
    this.measuring = measuring;
    setId("experiment-page");
    getStyleClass().addAll("page", "experiment");
    tree = new PresetTree(model, file -> actions.open(file.path()));
    config =
        new ConfigPane(model.document(), actions::saveAs, new AdviceBanner(model.adviceProperty()));
    plan = new PlanPanel(model.plan(), measuring);
    HBox.setHgrow(config, Priority.ALWAYS);
    getChildren().addAll(tree, config, rightColumn());
    model.document().sourceProperty().subscribe(tree::select);
  }

  public void focusPresetSearch() {
    tree.focusSearch();
  }

  public void focusKeySearch() {
    config.focusKeySearch();
  }

  /** 0 the form, 1 the YAML. */
  public void selectTab(int index) {
    config.selectTab(index);
  }

  /** Measures what the training would take. */
  public void measure() {
    measuring.measure();
  }

  public void setColors(ChartColors colors) {
    plan.setColors(colors);
  }

  private BorderPane rightColumn() {
    LaunchPanel launch = new LaunchPanel(model, actions);
    launch.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(plan, Priority.ALWAYS);
    VBox panels =
        new VBox(new StageChoice(model.stageProperty(), actions::chooseStage), launch, plan);
    panels.getStyleClass().add("launch-panels");
    // Several sentences of trouble may need more room than the lowest window has.
    ScrollPane scroll = new ScrollPane(panels);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    BorderPane column = new BorderPane(scroll);
    column.setBottom(launchBox());
    column.getStyleClass().add("launch-column");
    return column;
  }

  private Button sweep() {
    Button sweep = new Button("Sweep…");
    sweep.setId("sweep-open");
    sweep.setMinWidth(USE_PREF_SIZE);
    sweep.setTooltip(
        new Tooltip("One run for each combination of values of some keys (Ctrl+Shift+W)"));
    sweep.setOnAction(event -> actions.sweep());
    return sweep;
  }

  private Button queueButton() {
    Button queue = new Button("Queue");
    queue.setId("add-to-queue");
    queue.setMinWidth(USE_PREF_SIZE);
    queue.setAccessibleText("Add to the queue");
    queue.setTooltip(
        new Tooltip("Start it when its device is free, after those before it (Ctrl+Shift+Enter)"));
    queue.disableProperty().bind(model.launch().problemProperty().isNotEmpty());
    queue.setOnAction(event -> actions.addToQueue());
    return queue;
  }

  private VBox launchBox() {
    Label problem = new Label();
    problem.setId("launch-problem");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.getStyleClass().add("muted");
    problem.textProperty().bind(model.launch().problemProperty());
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    Button launch = new Button("Launch", Icons.of(Material2MZ.PLAY_ARROW));
    launch.setId("launch");
    launch.getStyleClass().add("accent");
    launch.setMinWidth(USE_PREF_SIZE);
    launch.setMaxWidth(Double.MAX_VALUE);
    launch.setTooltip(new Tooltip("Start it in a process of its own (Ctrl+Enter)"));
    launch.disableProperty().bind(problem.visibleProperty());
    launch.setOnAction(event -> model.start());
    HBox.setHgrow(launch, Priority.ALWAYS);
    CommandMenu copy = new CommandMenu(model, actions);
    copy.disableProperty().bind(problem.visibleProperty());
    HBox buttons = new HBox(launch, queueButton(), sweep(), copy);
    buttons.getStyleClass().add("tight-row");
    VBox box = new VBox(problem, buttons);
    box.getStyleClass().add("launch-box");
    box.setMinHeight(USE_PREF_SIZE);
    return box;
  }
}
