package io.simmim.workbench;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.compare.ComparePage;
import io.simmim.workbench.compare.CompareViewModel;
import io.simmim.workbench.fx.Lazily;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.picture.PictureLoader;
import io.simmim.workbench.runs.FollowUps;
import io.simmim.workbench.runs.RunControl;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.runs.RunViewModel;
import io.simmim.workbench.runs.RunsPage;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.SettingsStore;
import io.simmim.workbench.shell.ShellViewModel;
import io.simmim.workbench.shell.StatusBarViewModel;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Puts the page Runs together: the table, one run, several compared, sweeps and the queue. */
final class RunsCorner implements AutoCloseable {

  private final RunControl control;
  private final RunsDesk desk;
  private final RunsTableDesk table;
  private final CompareDesk compared;
  private final SweepDesk sweeps;
  private final Lazily<RunsPage> page;

  /**
   * What the page leads to.
   *
   * @param ended is told of each run that came to an end while the window was open
   * @param showDocument opens an address with the program that the system has for it
   */
  record Ways(
      FollowUps next,
      Runnable chooseRunsFolder,
      Consumer<RunRow> ended,
      Consumer<String> showDocument) {}

  RunsCorner(
      Executor background,
      Executor pictures,
      Executor toolkit,
      SettingsStore settings,
      ShellViewModel shell,
      Dialogs dialogs,
      Launcher launcher,
      RunsViewModel runs,
      QueueDesk queue,
      FigureDesk figures,
      ExperimentCorner experiments,
      Ways ways) {
    RunViewModel openRun = new RunViewModel();
    control =
        new RunControl(background, toolkit, launcher, openRun, shell::tell, ways.showDocument());
    compared = new CompareDesk(runs, toolkit, new PictureLoader(pictures, toolkit), figures);
    sweeps =
        new SweepDesk(
            background, toolkit, shell, dialogs, experiments, runs, compared::page, queue);
    table =
        new RunsTableDesk(
            background, toolkit, dialogs, settings, runs, ways.chooseRunsFolder(), shell::tell);
    page =
        new Lazily<>(
            () ->
                new RunsPage(
                    runs,
                    openRun,
                    control,
                    ways.next(),
                    new PictureLoader(pictures, toolkit),
                    figures,
                    table,
                    compared.page(),
                    queue.side()));
    desk = new RunsDesk(runs, openRun, page, toolkit, queue::show, ways.ended());
    queue.tellWaiting(desk.statusBar());
  }

  RunsPage page() {
    return page.get();
  }

  ComparePage comparePage() {
    return compared.page();
  }

  CompareViewModel compare() {
    return compared.model();
  }

  RunControl control() {
    return control;
  }

  RunsTableDesk table() {
    return table;
  }

  SweepDesk sweeps() {
    return sweeps;
  }

  StatusBarViewModel statusBar() {
    return desk.statusBar();
  }

  /** The run of the status bar. */
  Optional<RunFolder> job() {
    return desk.job();
  }

  /** Begins to watch the folder of runs. */
  void start() {
    desk.start();
  }

  /** Looks at the folder of runs now. */
  void look() {
    desk.look();
  }

  @Override
  public void close() {
    desk.close();
    compared.close();
  }
}
