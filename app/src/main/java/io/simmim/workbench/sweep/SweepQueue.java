package io.simmim.workbench.sweep;

import io.simmim.core.fault.SimMimException;
import io.simmim.workbench.launch.StageCommand;
import java.util.List;

/** Where runs wait for their turn. */
@FunctionalInterface
public interface SweepQueue {

  /**
   * Adds the runs at the end, in this order; all or none.
   *
   * @throws SimMimException if they cannot be added
   */
  void add(List<StageCommand> commands) throws SimMimException;
}
