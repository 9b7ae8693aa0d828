package io.simmim.workbench.runs;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.fx.Latest;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.queue.QueueState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an eye on the disk from background threads: on the open run and on the job of the status
 * bar ten times a second, on the whole folder of runs once a second.
 */
public final class RunWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);
  private static final long FOLLOW_MILLIS = 100;
  private static final long SCAN_MILLIS = 1000;

  private final ScheduledExecutorService follower = Workers.single("run-follower");
  private final ScheduledExecutorService scanner = Workers.single("run-scanner");
  private final RunsScanner scan = new RunsScanner();
  private final List<Future<?>> schedules = new ArrayList<>();
  private final Latest<List<RunRow>> rows;
  private final Latest<QueueState> queue;
  private final Latest<FollowedRun> openRun;
  private final Latest<FollowedRun> job;
  private final Latest<LogLines> log;
  private final Latest<String> config;
  private volatile Path workspace;
  private RunFollower openFollower;
  private RunFollower jobFollower;
  private LogTail logTail;
  private Path configToRead;
  private String lastProblem = "";

  /** Where the news go; all are told on {@code toolkit}. */
  public record Listeners(
      Consumer<List<RunRow>> rows,
      Consumer<QueueState> queue,
      Consumer<FollowedRun> openRun,
      Consumer<FollowedRun> job,
      Consumer<LogLines> log,
      Consumer<String> config) {}

  public RunWatch(Path workspace, Executor toolkit, Listeners listeners) {
    this.workspace = workspace;
    rows = new Latest<>(toolkit, listeners.rows());
    queue = new Latest<>(toolkit, listeners.queue());
    openRun = new Latest<>(toolkit, listeners.openRun());
    job = new Latest<>(toolkit, listeners.job());
    log = new Latest<>(toolkit, listeners.log());
    config = new Latest<>(toolkit, listeners.config());
  }

  public void start() {
    schedules.add(repeat(follower, this::follow, FOLLOW_MILLIS));
    schedules.add(repeat(scanner, this::scan, SCAN_MILLIS));
  }

  public void watch(Path folder) {
    workspace = folder;
    look();
  }

  /** Looks through the folder of runs now, once what it is doing is done. */
  public void look() {
    scanner.execute(this::scan);
  }

  /** Follows another run, or none. */
  public void open(Optional<RunFolder> folder) {
    follower.execute(
        () -> {
          openFollower = folder.map(RunFollower::new).orElse(null);
          logTail = folder.map(f -> new LogTail(f.log(0))).orElse(null);
          configToRead = folder.map(RunFolder::config).orElse(null);
        });
  }

  /** Follows another job, or none. */
  public void followJob(Optional<RunFolder> folder) {
    follower.execute(() -> jobFollower = folder.map(RunFollower::new).orElse(null));
  }

  @Override
  public void close() {
    schedules.forEach(schedule -> schedule.cancel(true));
    follower.shutdownNow();
    scanner.shutdownNow();
  }

  private static Future<?> repeat(ScheduledExecutorService on, Runnable task, long millis) {
    return on.scheduleWithFixedDelay(task, 0, millis, TimeUnit.MILLISECONDS);
  }

  private void follow() {
    poll(openFollower, openRun);
    poll(jobFollower, job);
    if (logTail != null) {
      logTail.poll().ifPresent(log::offer);
    }
    readConfig();
  }

  private void readConfig() {
    if (configToRead != null && Files.exists(configToRead)) {
      try {
        config.offer(Files.readString(configToRead));
      } catch (IOException e) {
        logOnce(e);
      }
      configToRead = null;
    }
  }

  private void poll(RunFollower run, Latest<FollowedRun> listener) {
    if (run == null) {
      return;
    }
    try {
      run.poll(Instant.now()).ifPresent(listener::offer);
    } catch (DataException | RuntimeException e) {
      logOnce(e);
    }
  }

  private void scan() {
    try {
      Path scanned = workspace;
      // First, so that what leaves the queue in between is found among the runs.
      Optional<QueueState> waiting = readQueue(scanned);
      List<RunRow> found = scan.scan(scanned, Instant.now());
      if (scanned.equals(workspace)) {
        waiting.ifPresent(queue::offer);
        rows.offer(found);
      }
    } catch (DataException | RuntimeException e) {
      logOnce(e);
    }
  }

  private Optional<QueueState> readQueue(Path runs) {
    try {
      return Optional.of(QueueState.read(runs));
    } catch (DataException | RuntimeException e) {
      logOnce(e);
      return Optional.empty();
    }
  }

  // A disk that is away is found away ten times a second.
  private synchronized void logOnce(Exception e) {
    String problem = String.valueOf(e.getMessage());
    if (!problem.equals(lastProblem)) {
      lastProblem = problem;
      LOG.warn("Cannot follow a run", e);
    }
  }
}
