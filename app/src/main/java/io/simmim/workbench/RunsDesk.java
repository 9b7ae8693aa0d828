package io.simmim.workbench;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.queue.QueueState;
import io.simmim.workbench.runs.FollowedRun;
import io.simmim.workbench.runs.JobWords;
import io.simmim.workbench.runs.RunNews;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.runs.RunViewModel;
import io.simmim.workbench.runs.RunWatch;
import io.simmim.workbench.runs.RunsPage;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.StatusBarViewModel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Carries what is found on the disk to the page Runs and the status bar. */
final class RunsDesk implements AutoCloseable {

  private final RunsViewModel runs;
  private final RunViewModel openRun;
  private final StatusBarViewModel statusBar = new StatusBarViewModel();
  private final RunNews news = new RunNews(Instant.now());
  private final Consumer<RunRow> ended;
  private final RunWatch watch;
  private Optional<RunFolder> job = Optional.empty();

  /**
   * @param queue is told how the queue stands
   * @param ended is told of each run that came to an end while the window was open
   */
  RunsDesk(
      RunsViewModel runs,
      RunViewModel openRun,
      Supplier<RunsPage> page,
      Executor toolkit,
      Consumer<QueueState> queue,
      Consumer<RunRow> ended) {
    this.runs = runs;
    this.openRun = openRun;
    this.ended = ended;
    Path workspace = runs.workspaceProperty().get();
    watch =
        new RunWatch(
            workspace,
            toolkit,
            new RunWatch.Listeners(
                this::showRows,
                queue,
                this::showOpenRun,
                this::showJob,
                lines -> page.get().log().append(lines.firstNumber(), lines.lines()),
                text -> page.get().config().showYaml(text)));
    runs.openProperty().addListener((p, old, now) -> follow(now));
    runs.workspaceProperty().addListener((p, old, now) -> changeWorkspace(now));
  }

  void start() {
    watch.start();
  }

  /** Looks at the folder of runs now. */
  void look() {
    watch.look();
  }

  StatusBarViewModel statusBar() {
    return statusBar;
  }

  /** The run of the status bar. */
  Optional<RunFolder> job() {
    return job;
  }

  @Override
  public void close() {
    watch.close();
  }

  private void changeWorkspace(Path folder) {
    news.forget();
    watch.watch(folder);
  }

  private void showRows(List<RunRow> rows) {
    runs.update(rows);
    news.ended(rows).forEach(ended);
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

  private void follow(RunFolder folder) {
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
