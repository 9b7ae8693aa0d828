package io.simmim.workbench.runs;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.chart.ChartColors;
import io.simmim.workbench.code.CodePane;
import io.simmim.workbench.picture.PictureLoader;
import javafx.scene.layout.StackPane;

/** The page Runs: the table of all runs, or one of them. */
public final class RunsPage extends StackPane {

  private final RunsViewModel runs;
  private final RunsListView list;
  private final RunView run;

  public RunsPage(
      RunsViewModel runs,
      RunViewModel openRun,
      RunActions actions,
      FollowUps followUps,
      PictureLoader loader,
      Runnable chooseWorkspace) {
    this.runs = runs;
    setId("runs-page");
    list = new RunsListView(runs, chooseWorkspace);
    run = new RunView(openRun, actions, followUps, loader, this::showAll);
    getChildren().addAll(list, run);
    runs.openProperty().subscribe(this::show);
  }

  /** Goes back to the table. */
  public void showAll() {
    runs.openProperty().set(null);
  }

  public void focusFilter() {
    showAll();
    list.focusFilter();
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

  /** 0 progress, 1 log, 2 config. */
  public void selectTab(int index) {
    run.selectTab(index);
  }

  public void toggleLogScale() {
    run.toggleLogScale();
  }

  private void show(RunFolder open) {
    run.setVisible(open != null);
    list.setVisible(open == null);
  }
}
