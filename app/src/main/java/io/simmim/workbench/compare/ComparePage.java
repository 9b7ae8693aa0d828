package io.simmim.workbench.compare;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.picture.PictureLoader;
import io.simmim.workbench.runs.ChartFiles;
import io.simmim.workbench.runs.Comparison;
import io.simmim.workbench.runs.XAxisChoice;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** Several runs side by side: curves, configurations, reconstructions, and their numbers below. */
public final class ComparePage extends VBox implements Comparison {

  /** The tab with the heat map. */
  public static final int HEAT_MAP = 3;

  private final CompareCharts charts;
  private final NumbersTable numbers;
  private final HeatMapPane map;
  private final TabPane tabs = new TabPane();
  private ChartColors colors = ChartColors.LIGHT;
  private int lines;

  /**
   * @param open opens the page of a run
   * @param back goes back to the table of runs
   */
  public ComparePage(
      CompareViewModel model,
      PictureLoader loader,
      ChartFiles files,
      Consumer<RunFolder> open,
      Runnable back) {
    setId("compare-page");
    getStyleClass().add("run-page");
    charts = new CompareCharts(model, files);
    numbers = new NumbersTable(model);
    map = new HeatMapPane(model.map(), mapActions(model, open), files);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    Tab config = tab("compare-tab-config", "Configuration", new DifferencesTable(model));
    model
        .differencesProperty()
        .subscribe(
            all ->
                config.setText("Configuration" + (all.isEmpty() ? "" : " (" + all.size() + ")")));
    tabs.getTabs()
        .addAll(
            tab("compare-tab-curves", "Curves", charts),
            config,
            tab("compare-tab-probes", "Reconstructions", new ProbesPane(model, loader)),
            tab("compare-tab-map", "Heat map", map));
    model
        .runsProperty()
        .subscribe(
            runs -> {
              int now = runs.stream().mapToInt(ComparedRun::slot).max().orElse(0) + 1;
              if (now != lines) {
                lines = now;
                showColors();
              }
            });
    // It needs the room, and its cells say the numbers.
    numbers
        .visibleProperty()
        .bind(tabs.getSelectionModel().selectedIndexProperty().isNotEqualTo(HEAT_MAP));
    numbers.managedProperty().bind(numbers.visibleProperty());
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().addAll(head(model, back), tabs, numbers);
  }

  public void setColors(ChartColors now) {
    colors = now;
    map.setColors(now);
    showColors();
  }

  private void showColors() {
    ChartColors enough = colors.forLines(lines);
    charts.setColors(enough);
    numbers.setColors(enough);
  }

  @Override
  public Node node() {
    return this;
  }

  /** 0 curves, 1 configuration, 2 reconstructions, 3 heat map. */
  @Override
  public void selectTab(int index) {
    tabs.getSelectionModel().select(index);
  }

  @Override
  public void toggleLogScale() {
    charts.toggleLogScale();
  }

  private MapActions mapActions(CompareViewModel model, Consumer<RunFolder> open) {
    return new MapActions() {
      @Override
      public void open(RunFolder run) {
        open.accept(run);
      }

      @Override
      public void showCurves(List<RunFolder> runs) {
        model.showOnly(runs);
        selectTab(0);
      }
    };
  }

  private static HBox head(CompareViewModel model, Runnable back) {
    Label title = new Label("Compare");
    title.getStyleClass().add("page-title");
    Label count = new Label();
    count.setId("compare-count");
    count.getStyleClass().add("muted");
    model
        .runsProperty()
        .subscribe(runs -> count.setText(runs.isEmpty() ? "Reading…" : runs.size() + " runs"));
    Button all = new Button("Show all");
    all.setId("compare-show-all");
    all.getStyleClass().add("small");
    all.setTooltip(new Tooltip("Show the curves of all runs again"));
    all.visibleProperty().bind(Bindings.isNotEmpty(model.hidden()));
    all.setOnAction(event -> model.showAll());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    XAxisChoice axis = new XAxisChoice("compare-axis");
    axis.axisProperty().bindBidirectional(model.axisProperty());
    HBox head =
        new HBox(
            Icons.button("compare-back", Material2AL.ARROW_BACK, "All runs (Alt+Left)", back),
            title,
            count,
            all,
            gap,
            muted("Over"),
            axis,
            muted("Smoothing"),
            smoothing(model));
    head.getStyleClass().add("page-head");
    return head;
  }

  private static Slider smoothing(CompareViewModel model) {
    Slider slider = new Slider(0, 1, 0);
    slider.setId("compare-smoothing");
    slider.setAccessibleText("smoothing of the curves");
    slider.setTooltip(new Tooltip("How much the curves are smoothed"));
    slider.setPrefWidth(120);
    slider.valueProperty().bindBidirectional(model.smoothingProperty());
    return slider;
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    return label;
  }

  private static Tab tab(String id, String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setId(id);
    return tab;
  }
}
