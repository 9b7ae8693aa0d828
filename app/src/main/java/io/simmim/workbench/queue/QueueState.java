package io.simmim.workbench.queue;

import io.simmim.core.fault.DataException;
import io.simmim.core.queue.QueueListing;
import io.simmim.core.queue.RunQueue;
import java.nio.file.Path;

/**
 * What was found of a queue on the disk.
 *
 * @param output the folder of runs that it belongs to
 * @param worked whether a process works it off
 * @param lost whether one did that was killed, so that another has to take its place
 */
public record QueueState(
    Path output, QueueListing listing, boolean paused, boolean worked, boolean lost) {

  /** Looks now. */
  public static QueueState read(Path output) throws DataException {
    RunQueue queue = new RunQueue(output);
    QueueListing listing = queue.list();
    return new QueueState(
        output, listing, queue.isPaused(), queue.hasRunner(), queue.lostItsRunner());
  }
}
