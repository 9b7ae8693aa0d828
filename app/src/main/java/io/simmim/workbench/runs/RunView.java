package io.simmim.workbench.runs;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.code.CodePane;
import io.simmim.workbench.picture.PictureLoader;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The page of one run: numbers, curves, reconstructions, log and configuration. */
final class RunView extends VBox {

  private final RunViewModel model;
  private final RunActions actions;
  private final RunCharts charts = new RunCharts();
  private final StripView strip;
  private final CodePane log = new CodePane("run-log");
  private final CodePane config = new CodePane("run-config");
  private final TabPane tabs = new TabPane();
  private RunFolder shown;

  RunView(RunViewModel model, RunActions actions, PictureLoader loader, Runnable back) {
    this.model = model;
    this.actions = actions;
    this.strip = new StripView(model.strip(), loader);
    setId("run-page");
    getStyleClass().add("run-page");
    SplitPane split = new SplitPane(charts, strip);
    StripShare.install(split, strip.grid());
    split.getStyleClass().add("quiet-split");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getTabs()
        .addAll(
            tab("tab-progress", "Progress", split),
            tab("tab-log", "Log", log),
            tab("tab-config", "Config", config));
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren()
        .addAll(
            new RunHeader(model, actions, back),
            new RunBanner(model, log),
            new MetricCards(model),
            tabs);
    model.runProperty().subscribe(this::show);
  }

  CodePane log() {
    return log;
  }

  CodePane config() {
    return config;
  }

  void setColors(ChartColors colors) {
    charts.setColors(colors);
  }

  void stop() {
    if (model.canStopProperty().get()) {
      actions.stop(shown);
    }
  }

  void resume() {
    if (model.canResumeProperty().get()) {
      actions.resume(shown);
    }
  }

  void movePreview(int by) {
    strip.move(by);
  }

  void selectTab(int index) {
    tabs.getSelectionModel().select(index);
  }

  void toggleLogScale() {
    charts.toggleLogScale();
  }

  private void show(FollowedRun run) {
    if (run == null) {
      return;
    }
    charts.show(run.snapshot());
    if (!run.folder().equals(shown)) {
      shown = run.folder();
      charts.reset();
      log.clear();
      config.clear();
      tabs.getSelectionModel().select(0);
    }
  }

  private static Tab tab(String id, String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setId(id);
    return tab;
  }
}
