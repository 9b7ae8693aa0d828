package io.simmim.core.queue;

import java.util.List;

/**
 * The queue at one moment.
 *
 * @param runs in the order in which they are started
 * @param problems a sentence for each file that could not be read and is passed over
 */
public record QueueListing(List<QueuedRun> runs, List<String> problems) {

  /** Nothing waits. */
  public static final QueueListing EMPTY = new QueueListing(List.of(), List.of());

  public QueueListing {
    runs = List.copyOf(runs);
    problems = List.copyOf(problems);
  }

  /** The runs of one state, in order. */
  public List<QueuedRun> in(QueuedRun.State state) {
    return runs.stream().filter(run -> run.state() == state).toList();
  }
}
