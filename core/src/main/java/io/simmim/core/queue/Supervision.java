package io.simmim.core.queue;

import io.simmim.core.fault.DataException;
import io.simmim.core.process.JavaProgram;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunOwner;
import io.simmim.core.run.RunStatus;
import io.simmim.core.run.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The processes that one runner started, from their start to the end of their runs. */
final class Supervision {

  private final RunQueue queue;
  private final JavaProgram program;
  private final QueueStory story;
  private final Runnable changed;
  private final Map<String, Started> starting = new HashMap<>();
  private final Map<RunFolder, QueuedRun> running = new LinkedHashMap<>();

  /**
   * A process that has no run yet.
   *
   * @param told done when it has ended and that was told
   */
  private record Started(Process process, CompletableFuture<Void> told) {}

  /**
   * @param changed told on any thread when a process ended
   */
  Supervision(RunQueue queue, JavaProgram program, QueueStory story, Runnable changed) {
    this.queue = queue;
    this.program = program;
    this.story = story;
    this.changed = changed;
  }

  /** Whether a run that it started has not ended. */
  boolean isBusy() {
    return !starting.isEmpty() || !running.isEmpty();
  }

  /** Starts the process of a run; that it cannot be started is a failure of the run. */
  void start(QueuedRun run) throws DataException {
    Process process;
    try {
      Path files = queue.folder();
      process = program.start(run.arguments(), Path.of(run.directory()), files, run.id());
    } catch (IOException e) {
      fail(
          run,
          "The process cannot be started (%s): check that %s exists and %s can be written."
              .formatted(e.getMessage(), run.directory(), queue.folder()));
      return;
    }
    starting.put(run.id(), new Started(process, process.onExit().thenRun(changed)));
    queue.started(run, RunOwner.of(process.toHandle()));
    story.started(run);
  }

  /** Looks at every process that was started, by this runner or an earlier one. */
  void settle(List<QueuedRun> entries) throws DataException {
    for (QueuedRun run : entries) {
      settle(run);
    }
    Set<String> there = entries.stream().map(QueuedRun::id).collect(Collectors.toSet());
    starting.keySet().retainAll(there); // taken out while it started: nobody waits for it
    tellEnds();
  }

  private void settle(QueuedRun run) throws DataException {
    // Whether it lives is asked first: what begins and ends in between has begun.
    Optional<Process> process = Optional.ofNullable(starting.get(run.id())).map(Started::process);
    boolean alive = run.child() != null && Child.isAlive(process, run.child());
    boolean begun;
    try {
      begun = run.hasBegun();
    } catch (DataException e) {
      return; // its folder cannot be read now, which the listing of the queue tells
    }
    if (begun) {
      queue.begun(run);
      starting.remove(run.id());
      running.put(run.runFolder(), run);
    } else if (run.state() == QueuedRun.State.STARTING && !alive) {
      starting.remove(run.id());
      fail(run, Child.failure(process, queue.files().errors(run.id())));
    }
  }

  private void fail(QueuedRun run, String sentence) throws DataException {
    queue.failed(run, sentence);
    story.failed(run, sentence);
  }

  private void tellEnds() {
    for (RunFolder folder : new ArrayList<>(running.keySet())) {
      try {
        RunSummary summary = RunSummary.read(folder);
        if (summary.status() != RunStatus.RUNNING) {
          String message = summary.ended().map(RunEvent.Ended::message).orElse("");
          story.ended(running.remove(folder), summary.status(), message);
        }
      } catch (DataException e) {
        story.ended(running.remove(folder), RunStatus.CRASHED, e.getMessage());
      }
    }
  }
}
