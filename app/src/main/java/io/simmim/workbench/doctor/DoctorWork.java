package io.simmim.workbench.doctor;

import io.simmim.core.doctor.Diagnosis;
import io.simmim.core.doctor.Finding;
import java.util.List;
import java.util.Optional;

/** Examines this machine, somewhere else. */
public interface DoctorWork {

  /** Told on the toolkit's thread, until it is stopped. */
  interface Listener {

    /** All that was found so far. */
    void found(List<Finding> findings);

    /**
     * It ended.
     *
     * @param problem why there is no diagnosis; empty when there is one
     */
    void done(Optional<Diagnosis> diagnosis, String problem);
  }

  /**
   * Begins and returns at once.
   *
   * @return stops it
   */
  Runnable start(Listener listener);
}
