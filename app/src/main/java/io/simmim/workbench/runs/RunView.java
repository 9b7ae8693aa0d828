package io.simmim.workbench.runs;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.code.CodePane;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.picture.PictureLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
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
  private final Label about = new Label();
  private Optional<StageBody> stageBody = Optional.empty();
  private RunFolder shown;

  RunView(
      RunViewModel model,
      RunActions actions,
      FollowUps followUps,
      PictureLoader loader,
      ChartFiles files,
      Runnable back) {
    this.model = model;
    this.actions = actions;
    this.followUps = followUps;
    this.bodies = new StageBodies(model.strip(), loader, files);
    this.cards = new MetricCards("run", model.metricsProperty());
    setId("run-page");
    getStyleClass().add("run-page");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getTabs().addAll(first, tab("tab-log", "Log", log), tab("tab-config", "Config", config));
    about.setId("run-about");
    about.getStyleClass().add("muted");
    about.setMouseTransparent(true);
    StackPane.setAlignment(about, Pos.TOP_RIGHT);
    StackPane body = new StackPane(tabs, about);
    body.getStyleClass().add("run-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren()
        .addAll(
            new RunHeader(model, actions, followUps, back), new RunBanner(model, log), cards, body);
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

  void openCheckpoint() {
    onRun(model.hasCheckpointProperty().get(), followUps::openCheckpoint);
  }

  void movePreview(int by) {
    stageBody.ifPresent(b -> b.movePreview(by));
  }

  void selectTab(int index) {
    tabs.getSelectionModel().select(index);
  }

  void toggleLogScale() {
    stageBody.ifPresent(StageBody::toggleLogScale);
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
    about.setText(about(run));
    if (another) {
      stageBody.ifPresent(StageBody::reset);
      log.clear();
      config.clear();
      tabs.getSelectionModel().select(0);
    }
    stageBody.ifPresent(b -> b.show(run));
  }

  /** A run that was only just launched has not yet said what it does: its page stays empty. */
  private void showStage(Optional<RunStage> stage) {
    Optional<StageBody> wanted = stage.map(bodies::of);
    cards.setVisible(stage.map(RunStage::trains).orElse(false));
    if (!wanted.equals(stageBody) || first.getContent() == null) {
      stageBody = wanted;
      first.setText(stageBody.map(StageBody::title).orElse("Progress"));
      first.setContent(stageBody.map(StageBody::node).orElseGet(VBox::new));
    }
  }

  private static String about(FollowedRun run) {
    List<String> words = new ArrayList<>();
    run.stage().map(RunStage::noun).ifPresent(words::add);
    run.snapshot()
        .started()
        .ifPresent(
            s -> {
              words.add("on " + s.device());
              words.add("batch " + s.batchSize());
              if (s.trainImages() > 0) {
                words.add(InWords.count(s.trainImages()) + " images");
              }
            });
    String waiting = run.snapshot().dataWait();
    if (!waiting.isEmpty()) {
      words.add(waiting);
    }
    return String.join("  ·  ", words);
  }

  private static Tab tab(String id, String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setId(id);
    return tab;
  }
}
