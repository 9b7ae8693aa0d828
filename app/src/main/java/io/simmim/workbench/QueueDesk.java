package io.simmim.workbench;

import io.simmim.core.fault.DataException;
import io.simmim.core.queue.QueueOrder;
import io.simmim.core.queue.QueuedRun;
import io.simmim.core.queue.RunQueue;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.launch.QueueDoor;
import io.simmim.workbench.launch.QueueOrders;
import io.simmim.workbench.launch.StageCommand;
import io.simmim.workbench.queue.QueueActions;
import io.simmim.workbench.queue.QueueSide;
import io.simmim.workbench.queue.QueueState;
import io.simmim.workbench.queue.QueueViewModel;
import io.simmim.workbench.queue.QueueWords;
import io.simmim.workbench.runs.QueuedPlace;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.ShellViewModel;
import io.simmim.workbench.shell.StatusBarViewModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;

/**
 * Carries the queue between the disk and the window. The window itself starts none of its runs: a
 * process that outlives it does, and is started when runs wait and there is none.
 */
final class QueueDesk implements QueueDoor, QueueActions, AutoCloseable {

  private static final String RUNNER = "runner";

  /** A process that was started may take so long until it says that it works, on a busy machine. */
  private static final Duration STARTING = Duration.ofSeconds(30);

  private final ScheduledExecutorService worker = Workers.single("queue");
  private final Executor toolkit;
  private final Launcher launcher;
  private final ShellViewModel shell;
  private final RunsViewModel runs;
  private final Runnable look;
  private final QueueViewModel model = new QueueViewModel();
  private final Set<String> knownFailures = new HashSet<>();
  private final Set<String> knownProblems = new HashSet<>();
  private Optional<Path> lookedAt = Optional.empty();
  private volatile Instant started = Instant.MIN;

  /** A change of a queue on the disk. */
  private interface Change {
    void of(RunQueue queue) throws DataException;
  }

  /**
   * @param look makes the window look at the folder of runs, and {@link #show} what it finds
   */
  QueueDesk(
      Executor toolkit,
      Launcher launcher,
      ShellViewModel shell,
      RunsViewModel runs,
      Runnable look) {
    this.toolkit = toolkit;
    this.launcher = launcher;
    this.shell = shell;
    this.runs = runs;
    this.look = look;
  }

  QueueViewModel model() {
    return model;
  }

  QueueSide side() {
    return new QueueSide(model, this);
  }

  /** Lets the status bar say how many wait. */
  void tellWaiting(StatusBarViewModel statusBar) {
    statusBar
        .waitingProperty()
        .bind(
            Bindings.createStringBinding(
                () -> QueueWords.count(model.waitingProperty().get(), model.pausedProperty().get()),
                model.waitingProperty(),
                model.pausedProperty()));
  }

  @Override
  public void close() {
    worker.shutdown();
  }

  @Override
  public void add(List<StageCommand> commands, String yaml, Optional<Runnable> together) {
    List<QueueOrder> orders = QueueOrders.of(commands, yaml);
    Path output = commands.get(0).output();
    model.expect(orders.stream().map(QueueOrder::folder).toList());
    worker.execute(() -> write(new RunQueue(output), orders, together));
  }

  private void write(RunQueue queue, List<QueueOrder> orders, Optional<Runnable> together) {
    List<QueuedRun> added = new ArrayList<>();
    for (QueueOrder order : orders) {
      try {
        added.add(queue.add(order));
      } catch (DataException e) {
        toolkit.execute(() -> model.expectNoMore(List.of(order.folder())));
        failed(e.getMessage(), e);
      }
    }
    if (!added.isEmpty()) {
      tellAdded(queue, added, together);
      workOff(queue);
    }
    look.run();
  }

  private void tellAdded(RunQueue queue, List<QueuedRun> added, Optional<Runnable> together) {
    Notice plain = Notice.done(wordsFor(queue, added)).with(showQueue());
    Notice notice =
        together.map(show -> plain.with(new Notice.Action("Show the sweep", show))).orElse(plain);
    toolkit.execute(() -> shell.tell(notice));
  }

  private static String wordsFor(RunQueue queue, List<QueuedRun> added) {
    if (added.size() > 1) {
      return added.size() + " runs are in the queue.";
    }
    String title = QueueWords.title(added.get(0));
    try {
      int waiting = queue.list().in(QueuedRun.State.WAITING).size();
      return title + " is in the queue, " + QueueWords.place(waiting, waiting) + ".";
    } catch (DataException e) {
      return title + " is in the queue.";
    }
  }

  private Notice.Action showQueue() {
    return new Notice.Action(
        "Show the queue",
        () -> {
          runs.openProperty().set(null);
          runs.comparedProperty().set(List.of());
          shell.open(PageId.RUNS);
        });
  }

  @Override
  public void move(QueuedRun run, int by) {
    change(queue -> queue.move(run.id(), by));
  }

  @Override
  public void remove(QueuedRun run) {
    change(queue -> queue.remove(run.id()));
  }

  @Override
  public void startNow(QueuedRun run) {
    change(
        queue -> {
          queue.hurry(run.id());
          workOff(queue);
        });
  }

  @Override
  public void retry(QueuedRun run) {
    change(
        queue -> {
          queue.retry(run.id());
          workOff(queue);
        });
  }

  @Override
  public void pause() {
    change(RunQueue::pause);
  }

  @Override
  public void resume() {
    change(
        queue -> {
          queue.resume();
          workOff(queue);
        });
  }

  /** Takes over what was found of a queue; on the toolkit's thread. */
  void show(QueueState state) {
    boolean first = !lookedAt.equals(Optional.of(state.output()));
    lookedAt = Optional.of(state.output());
    boolean starting = started.isAfter(Instant.now().minus(STARTING));
    model.update(starting ? state.withWorker() : state);
    Map<String, Integer> places = model.places();
    runs.updateQueue(
        model.runsProperty().get().stream()
            .map(
                run ->
                    new QueuedPlace(
                        run,
                        places.getOrDefault(run.id(), 0),
                        places.size(),
                        state.labels().getOrDefault(run.id(), List.of())))
            .toList());
    tellFailures(first);
    state.listing().problems().stream()
        .filter(knownProblems::add)
        .forEach(sentence -> shell.tell(Notice.failed(sentence, "")));
    // Somebody who stopped a runner meant it; one that was killed, or was gone before this window
    // was opened, is replaced.
    if (model.idleProperty().get() && (first || state.lost())) {
      worker.execute(() -> workOff(new RunQueue(state.output())));
    }
  }

  private void tellFailures(boolean first) {
    for (QueuedRun run : model.failed()) {
      boolean news = knownFailures.add(run.id() + run.failure());
      if (news && !first && !isInSight()) {
        String sentence = QueueWords.title(run) + " did not begin: " + run.failure();
        shell.tell(Notice.failed(sentence, "").with(showQueue()));
      }
    }
    Set<String> now =
        model.failed().stream().map(run -> run.id() + run.failure()).collect(Collectors.toSet());
    knownFailures.retainAll(now); // the next attempt may fail for the same reason
  }

  /** Above the table of runs all failures are to be seen. */
  private boolean isInSight() {
    return shell.pageProperty().get() == PageId.RUNS
        && runs.openProperty().get() == null
        && runs.comparedProperty().get().isEmpty();
  }

  private void change(Change change) {
    RunQueue queue = new RunQueue(runs.workspaceProperty().get());
    worker.execute(
        () -> {
          try {
            change.of(queue);
          } catch (DataException e) {
            failed(e.getMessage(), e);
          }
          look.run();
        });
  }

  /** Sees to it that a process works the queue off. */
  private void workOff(RunQueue queue) {
    try {
      boolean something =
          queue.list().in(QueuedRun.State.WAITING).stream()
              .anyMatch(run -> run.urgent() || !queue.isPaused());
      if (something && !queue.hasRunner()) {
        started = Instant.now();
        launcher.start(
            List.of("queue", "run", "--output", queue.output().toString()),
            queue.folder(),
            RUNNER,
            failure -> runnerFailed(queue, failure));
      }
    } catch (DataException e) {
      failed(e.getMessage(), e);
    }
  }

  /** A runner that did its work says by its exit code, too, that some of the runs failed. */
  private void runnerFailed(RunQueue queue, LaunchFailure failure) {
    started = Instant.MIN;
    try {
      if (!queue.isPaused() && !queue.list().in(QueuedRun.State.WAITING).isEmpty()) {
        toolkit.execute(() -> shell.tell(Notice.failed(failure.sentence(), failure.details())));
      }
    } catch (DataException e) {
      failed(e.getMessage(), e);
    }
  }

  private void failed(String sentence, Exception e) {
    toolkit.execute(() -> shell.tell(Notice.failed(sentence, e.toString())));
  }
}
