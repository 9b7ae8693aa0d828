package io.simmim.core.testing;

import io.simmim.core.fault.SimMimException;
import io.simmim.core.model.Classifier;
import io.simmim.core.model.Models;

/** A golden fine-tuning case. */
public final class FinetuningCase extends GoldenCase<Classifier> {

  /** {@code checkpointFile} is relative to the golden folder. */
  public FinetuningCase(String name, String checkpointFile) throws SimMimException {
    super(name, checkpointFile, Models::classifier);
  }
}
