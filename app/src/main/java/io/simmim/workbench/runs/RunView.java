package io.simmim.workbench.runs;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.code.CodePane;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.picture.PictureLoader;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The page of one run: numbers, what its stage shows, log and configuration. */
final class RunView extends VBox {

  private final RunViewModel model;
  private final RunActions actions;
  private final FollowUps followUps;
  private final StageBodies bodies;
  private final MetricCards cards;
  private final CodePane log = new CodePane("run-log");
  private final CodePane config = new CodePane("run-config");
  private final Tab first = tab("tab-progress", "Progress", new VBox());
  private final TabPane tabs = new TabPane();
  private Optional<StageBody> body = Optional.empty();
  private RunFolder shown;

  RunView(
      RunViewModel model,
      RunActions actions,
      FollowUps followUps,
      PictureLoader loader,
      Runnable back) {
    this.model = model;
    this.actions = actions;
    this.followUps = followUps;
    this.bodies = new StageBodies(model.strip(), loader);
    this.cards = new MetricCards(model.metricsProperty());
    setId("run-page");
    getStyleClass().add("run-page");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getTabs().addAll(first, tab("tab-log", "Log", log), tab("tab-config", "Config", config));
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren()
        .addAll(
            new RunHeader(model, actions, followUps, back), new RunBanner(model, log), cards, tabs);
    cards.managedProperty().bind(cards.visibleProperty());
    model.runProperty().subscribe(this::show);
  }

  CodePane log() {
    return log;
  }

  CodePane config() {
    return config;
  }

  void setColors(ChartColors colors) {
    bodies.setColors(colors);
  }

  void stop() {
    onRun(model.canStopProperty().get(), run -> actions.stop(run.folder()));
  }

  void resume() {
    onRun(model.canResumeProperty().get(), run -> actions.resume(run.folder()));
  }

  void fineTune() {
    onRun(model.canFineTuneProperty().get(), followUps::fineTune);
  }

  void evaluate() {
    onRun(model.canEvaluateProperty().get(), followUps::evaluate);
  }

  void movePreview(int by) {
    body.ifPresent(b -> b.movePreview(by));
  }

  void selectTab(int index) {
    tabs.getSelectionModel().select(index);
  }

  void toggleLogScale() {
    body.ifPresent(StageBody::toggleLogScale);
  }

  private void onRun(boolean possible, Consumer<FollowedRun> action) {
    if (possible) {
      action.accept(model.runProperty().get());
    }
  }

  private void show(FollowedRun run) {
    if (run == null) {
      return;
    }
    boolean another = !run.folder().equals(shown);
    shown = run.folder();
    showStage(run.stage());
    if (another) {
      body.ifPresent(StageBody::reset);
      log.clear();
      config.clear();
      tabs.getSelectionModel().select(0);
    }
    body.ifPresent(b -> b.show(run));
  }

  /** A run that was only just launched has not yet said what it does: its page stays empty. */
  private void showStage(Optional<RunStage> stage) {
    Optional<StageBody> wanted = stage.map(bodies::of);
    cards.setVisible(stage.map(RunStage::trains).orElse(false));
    if (!wanted.equals(body) || first.getContent() == null) {
      body = wanted;
      first.setText(body.map(StageBody::title).orElse("Progress"));
      first.setContent(body.map(StageBody::node).orElseGet(VBox::new));
    }
  }

  private static Tab tab(String id, String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setId(id);
    return tab;
  }
}
