package io.simmim.workbench;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.fx.Fonts;
import io.simmim.workbench.fx.FxThread;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.launch.JavaProgram;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.picture.PictureLoader;
import io.simmim.workbench.runs.FollowedRun;
import io.simmim.workbench.runs.JobWords;
import io.simmim.workbench.runs.RunControl;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.runs.RunViewModel;
import io.simmim.workbench.runs.RunWatch;
import io.simmim.workbench.runs.RunsPage;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.SettingsStore;
import io.simmim.workbench.shell.ShellView;
import io.simmim.workbench.shell.ShellViewModel;
import io.simmim.workbench.shell.StatusBar;
import io.simmim.workbench.shell.StatusBarViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import javafx.stage.Stage;

/** Puts the window together, by hand: every part is given what it needs here. */
public final class Workbench implements AutoCloseable {

  private final FxThread toolkit = new FxThread();
  private final ScheduledExecutorService background = Workers.single("background");
  private final Stage stage;
  private final SettingsStore settings;
  private final ShellViewModel shell;
  private final StatusBarViewModel statusBar = new StatusBarViewModel();
  private final RunsViewModel runs;
  private final RunViewModel openRun = new RunViewModel();
  private final RunsPage runsPage;
  private final RunWatch watch;
  private Optional<RunFolder> job = Optional.empty();

  public Workbench(Stage stage, Places places, Consumer<String> showDocument) {
    Fonts.register();
    this.stage = stage;
    settings = new SettingsStore(places.settings());
    shell = new ShellViewModel(settings);
    String remembered = settings.get().runsFolder();
    runs = new RunsViewModel(remembered.isEmpty() ? places.defaultRuns() : Path.of(remembered));
    Launcher launcher = new Launcher(JavaProgram.training());
    RunControl control =
        new RunControl(background, toolkit, launcher, openRun, shell::tell, showDocument);
    PictureLoader loader = new PictureLoader(Workers.single("pictures"), toolkit);
    runsPage = new RunsPage(runs, openRun, control, loader, () -> {});
    watch =
        new RunWatch(
            runs.workspaceProperty().get(),
            toolkit,
            new RunWatch.Listeners(
                this::showRows,
                this::showOpenRun,
                this::showJob,
                lines -> runsPage.log().append(lines.firstNumber(), lines.lines()),
                runsPage.config()::showYaml));
    runs.openProperty().addListener((p, old, now) -> openRun(now));
    shell.themeProperty().subscribe(theme -> runsPage.setColors(theme.chartColors()));
  }

  public void show() {
    ShellView view =
        new ShellView(
            shell,
            Map.of(PageId.RUNS, runsPage),
            Map.of(PageId.RUNS, runs.runningProperty()),
            new StatusBar(statusBar, this::openJob),
            List.of());
    stage.setScene(view.scene(settings.get().width(), settings.get().height()));
    stage.setTitle("SimMIM Workbench");
    stage.setMinWidth(1280);
    stage.setMinHeight(720);
    stage.show();
    watch.start();
  }

  @Override
  public void close() {
    watch.close();
    background.shutdownNow();
  }

  ShellViewModel shell() {
    return shell;
  }

  RunsViewModel runs() {
    return runs;
  }

  private void showRows(List<RunRow> rows) {
    runs.update(rows);
    Optional<RunFolder> newest = runs.newestRunning();
    if (!newest.equals(job)) {
      job = newest;
      watch.followJob(job);
    }
    if (job.isEmpty()) {
      statusBar.jobProperty().set(null);
    }
  }

  private void showJob(FollowedRun run) {
    if (job.filter(run.folder()::equals).isPresent()) {
      int others = Math.max(0, runs.runningProperty().get() - 1);
      statusBar.jobProperty().set(JobWords.of(run, others));
    }
  }

  private void openJob() {
    job.ifPresent(
        folder -> {
          runs.openProperty().set(folder);
          shell.open(PageId.RUNS);
        });
  }

  private void openRun(RunFolder folder) {
    if (folder != null) {
      openRun.open(folder);
    }
    watch.open(Optional.ofNullable(folder));
  }

  private void showOpenRun(FollowedRun run) {
    if (run.folder().equals(runs.openProperty().get())) {
      openRun.apply(run);
    }
  }
}
