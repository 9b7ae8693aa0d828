package io.simmim.workbench.experiment;

import io.simmim.core.run.Estimate;
import java.util.Optional;

/**
 * How the measurement stands.
 *
 * @param possible whether what is set up can be measured
 * @param task what is being done, in a few words; empty while nothing is
 * @param share of the task, 0 to 1; negative when it cannot be told
 * @param problem why the last one failed; empty when it did not
 * @param estimate what was measured
 * @param foreign whether it was measured for another configuration, other images or device
 */
public record MeasureState(
    boolean possible,
    String task,
    double share,
    String problem,
    Optional<Estimate> estimate,
    boolean foreign) {

  static final MeasureState NOTHING = new MeasureState(false, "", -1, "", Optional.empty(), false);

  public boolean running() {
    return !task.isEmpty();
  }
}
