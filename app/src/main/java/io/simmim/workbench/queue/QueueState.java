package io.simmim.workbench.queue;

import io.simmim.core.fault.DataException;
import io.simmim.core.queue.QueueListing;
import io.simmim.core.queue.QueuedRun;
import io.simmim.core.queue.RunQueue;
import io.simmim.core.run.RunNotes;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found of a queue on the disk.
 *
 * @param output the folder of runs that it belongs to
 * @param labels of its runs, by their ids; a run without any is not in it
 * @param worked whether a process works it off
 * @param lost whether one did that was killed, so that another has to take its place
 */
public record QueueState(
    Path output,
    QueueListing listing,
    Map<String, List<String>> labels,
    boolean paused,
    boolean worked,
    boolean lost) {

  public QueueState {
    labels = Map.copyOf(labels);
  }

  /** A queue whose runs have no labels. */
  public QueueState(
      Path output, QueueListing listing, boolean paused, boolean worked, boolean lost) {
    this(output, listing, Map.of(), paused, worked, lost);
  }

  /** Looks now. */
  public static QueueState read(Path output) throws DataException {
    RunQueue queue = new RunQueue(output);
    QueueListing listing = queue.list();
    return new QueueState(
        output,
        listing,
        labels(listing.runs()),
        queue.isPaused(),
        queue.hasRunner(),
        queue.lostItsRunner());
  }

  /** The same, as it will be when the process that was just started has read it. */
  public QueueState withWorker() {
    return new QueueState(output, listing, labels, paused, true, false);
  }

  /** Those of a sweep were written before its runs. */
  private static Map<String, List<String>> labels(List<QueuedRun> runs) throws DataException {
    Map<String, List<String>> labels = new HashMap<>();
    for (QueuedRun run : runs) {
      List<String> found = RunNotes.read(run.runFolder().notes()).labels();
      if (!found.isEmpty()) {
        labels.put(run.id(), found);
      }
    }
    return labels;
  }
}
