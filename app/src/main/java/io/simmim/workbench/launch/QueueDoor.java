package io.simmim.workbench.launch;

import java.util.List;
import java.util.Optional;

/** The way into the queue of runs that belongs to the folder of runs; see {@link StageCommand}. */
public interface QueueDoor {

  /**
   * Lets runs wait for their devices, in this order, and sees to it that somebody works the queue
   * off. Returns at once; what goes wrong is told as a notice. For the toolkit's thread.
   *
   * @param commands may differ in stage, tag, device and options; all have the same folder of runs,
   *     and each a run folder that no other run has or waits for. Their {@code config} only gives
   *     the configuration its name, it need not exist
   * @param yaml the configuration of all of them, complete but for what their options change; each
   *     run gets a copy, which later edits do not touch
   * @param together shows the runs as the sweep that they are; offered when they wait
   */
  void add(List<StageCommand> commands, String yaml, Optional<Runnable> together);
}
