package io.simmim.core.testing;

import io.simmim.core.fault.SimMimException;
import io.simmim.core.model.Models;
import io.simmim.core.model.SimMim;

/** A golden pre-training case. */
public final class PretrainingCase extends GoldenCase<SimMim> {

  /** {@code checkpointFile} is relative to the golden folder. */
  public PretrainingCase(String name, String checkpointFile) throws SimMimException {
    super(name, checkpointFile, Models::simMim);
  }
}
