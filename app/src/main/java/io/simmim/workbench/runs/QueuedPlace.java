package io.simmim.workbench.runs;

import io.simmim.core.queue.QueuedRun;
import io.simmim.workbench.queue.QueueWords;
import java.util.List;

/**
 * Where a run stands in the queue.
 *
 * @param place from 1 among those that wait; 0 for one that starts or failed
 * @param of how many wait
 * @param labels to find it by
 */
public record QueuedPlace(QueuedRun run, int place, int of, List<String> labels) {

  public QueuedPlace {
    labels = List.copyOf(labels);
  }

  /** One without labels. */
  public QueuedPlace(QueuedRun run, int place, int of) {
    this(run, place, of, List.of());
  }

  RunState state() {
    return switch (run.state()) {
      case WAITING -> RunState.QUEUED;
      case STARTING -> RunState.STARTING;
      case FAILED -> RunState.FAILED;
    };
  }

  /** Such as 2nd of 5; empty for one that does not wait. */
  String words() {
    return place == 0 ? "" : QueueWords.place(place, of);
  }

  /** Why no run came of it; empty when nothing is wrong. */
  String failure() {
    return run.failure() == null ? "" : run.failure();
  }
}
