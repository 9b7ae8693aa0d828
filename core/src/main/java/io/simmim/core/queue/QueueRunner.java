package io.simmim.core.queue;

import io.simmim.core.fault.DataException;
import io.simmim.core.process.JavaProgram;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Works a queue off: one run at a time on a device, several devices side by side, each run in a
 * process of its own that outlives this one. Nothing is kept in memory that the next runner would
 * miss: a killed one loses nothing.
 */
public final class QueueRunner {

  private static final long LOOK_AGAIN_MILLIS = 1000;

  private final RunQueue queue;
  private final QueueStory story;
  private final Semaphore news = new Semaphore(0);
  private final Supervision supervision;
  private final Set<String> toldProblems = new HashSet<>();

  /**
   * @param program what a run's arguments are given to
   */
  public QueueRunner(RunQueue queue, JavaProgram program, QueueStory story) {
    this.queue = queue;
    this.story = story;
    this.supervision = new Supervision(queue, program, story, news::release);
  }

  /**
   * Starts runs, also those that are added meanwhile, until there is nothing more to do.
   *
   * @param stop whether to start no more runs and leave those that go on alone
   * @param stay whether to wait for further runs instead of ending
   * @throws DataException when the queue cannot be read or written
   */
  public QueueEnd run(BooleanSupplier stop, boolean stay)
      throws DataException, InterruptedException {
    Optional<RunnerLock> held = RunnerLock.acquire(queue.files());
    if (held.isEmpty()) {
      return QueueEnd.TAKEN;
    }
    try (RunnerLock lock = held.get()) {
      while (!stop.getAsBoolean()) {
        look();
        Optional<QueueEnd> end = stay ? Optional.empty() : leaveIfDone(lock);
        if (end.isPresent()) {
          return end.get();
        }
        lock.signOfLife();
        if (news.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
      }
      return QueueEnd.STOPPED;
    }
  }

  private void look() throws DataException {
    supervision.settle(queue.files().read().runs());
    QueueListing now = queue.list();
    now.problems().stream().filter(toldProblems::add).forEach(story::problem);
    List<QueuedRun> waiting = now.in(QueuedRun.State.WAITING);
    if (!waiting.isEmpty()) {
      startWhatCan(waiting, now.in(QueuedRun.State.STARTING));
    }
  }

  private void startWhatCan(List<QueuedRun> waiting, List<QueuedRun> starting)
      throws DataException {
    boolean paused = queue.isPaused();
    Set<String> busy = BusyDevices.in(queue.output());
    starting.forEach(run -> busy.add(BusyDevices.named(run.device())));
    for (QueuedRun run : waiting) {
      boolean free = !paused && !busy.contains(BusyDevices.named(run.device()));
      if (run.urgent() || free) {
        supervision.start(run);
        busy.add(BusyDevices.named(run.device()));
      }
    }
  }

  /** Whoever adds a run does so before this look, or finds the place free and takes it. */
  private Optional<QueueEnd> leaveIfDone(RunnerLock lock) throws DataException {
    if (supervision.isBusy()) {
      return Optional.empty();
    }
    return ChangeLock.during(
        queue.files(),
        () -> {
          List<QueuedRun> runs = queue.list().runs();
          boolean starts = runs.stream().anyMatch(r -> r.state() == QueuedRun.State.STARTING);
          List<QueuedRun> waiting =
              runs.stream().filter(r -> r.state() == QueuedRun.State.WAITING).toList();
          boolean held = queue.isPaused() && waiting.stream().noneMatch(QueuedRun::urgent);
          if (starts || !(waiting.isEmpty() || held)) {
            return Optional.empty();
          }
          lock.close();
          return Optional.of(waiting.isEmpty() ? QueueEnd.DONE : QueueEnd.PAUSED);
        });
  }
}
