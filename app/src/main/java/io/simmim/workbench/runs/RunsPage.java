package io.simmim.workbench.runs;

import io.simmim.core.queue.QueuedRun;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.code.CodePane;
import io.simmim.workbench.picture.PictureLoader;
import io.simmim.workbench.queue.QueueActions;
import io.simmim.workbench.queue.QueueSide;
import io.simmim.workbench.queue.QueueViewModel;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The page Runs: the table of all runs, or one of them. */
public final class RunsPage extends StackPane {

  private static final int RUN_TABS = 3;

  private final RunsViewModel runs;
  private final RunsListView list;
  private final RunView run;
  private final Comparison comparison;
  private final QueueSide queue;

  public RunsPage(
      RunsViewModel runs,
      RunViewModel openRun,
      RunActions actions,
      FollowUps followUps,
      PictureLoader loader,
      ChartFiles files,
      TableDesk desk,
      Comparison comparison,
      QueueSide queue) {
    this.runs = runs;
    this.queue = queue;
    setId("runs-page");
    list = new RunsListView(runs, desk, queue);
    run = new RunView(openRun, actions, followUps, loader, files, this::back);
    this.comparison = comparison;
    runs.openProperty().subscribe(open -> show());
    runs.comparedProperty().subscribe(compared -> show());
  }

  /** Goes back to the table. */
  public void showAll() {
    runs.openProperty().set(null);
    runs.comparedProperty().set(List.of());
  }

  /** Goes back to where the shown run, or the comparison, was opened. */
  public void back() {
    if (runs.openProperty().get() == null) {
      runs.comparedProperty().set(List.of());
    }
    runs.openProperty().set(null);
  }

  /** Compares the marked runs. */
  public void compare() {
    runs.compareChecked();
  }

  public void focusFilter() {
    showAll();
    list.focusFilter();
  }

  /** Does something with the selected waiting run, while the table is shown. */
  public void withWaiting(BiConsumer<QueueActions, QueuedRun> action) {
    if (list.isVisible()) {
      queue
          .model()
          .selected()
          .filter(run -> run.state() != QueuedRun.State.STARTING)
          .ifPresent(run -> action.accept(queue.actions(), run));
    }
  }

  /** Pauses the queue, or ends the pause. */
  public void pauseOrResumeQueue() {
    QueueViewModel model = queue.model();
    if (model.pausedProperty().get() || model.idleProperty().get()) {
      queue.actions().resume();
    } else {
      queue.actions().pause();
    }
  }

  public void setColors(ChartColors colors) {
    run.setColors(colors);
  }

  /** Where the open run's log is shown. */
  public CodePane log() {
    return run.log();
  }

  /** Where the open run's configuration is shown. */
  public CodePane config() {
    return run.config();
  }

  public void stopOpenRun() {
    run.stop();
  }

  public void resumeOpenRun() {
    run.resume();
  }

  public void fineTuneOpenRun() {
    run.fineTune();
  }

  public void evaluateOpenRun() {
    run.evaluate();
  }

  public void openCheckpointOfRun() {
    run.openCheckpoint();
  }

  public void movePreview(int by) {
    run.movePreview(by);
  }

  /** 0 progress, 1 log, 2 config; of a comparison 0 curves, 1 configuration, 2 pictures, 3 map. */
  public void selectTab(int index) {
    if (comparison.node().isVisible()) {
      comparison.selectTab(index);
    } else if (index < RUN_TABS) {
      run.selectTab(index);
    }
  }

  public void toggleLogScale() {
    if (comparison.node().isVisible()) {
      comparison.toggleLogScale();
    } else {
      run.toggleLogScale();
    }
  }

  private void show() {
    boolean open = runs.openProperty().get() != null;
    boolean compares = !runs.comparedProperty().get().isEmpty();
    show(run, open);
    show(comparison.node(), !open && compares);
    show(list, !open && !compares);
  }

  /** What was never seen is not in the page yet: its looks would be computed all the same. */
  private void show(Node part, boolean shown) {
    part.setVisible(shown);
    if (shown && !getChildren().contains(part)) {
      getChildren().add(part);
      part.applyCss();
    }
  }
}
