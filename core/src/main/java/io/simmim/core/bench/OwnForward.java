package io.simmim.core.bench;

import io.simmim.core.model.Pass;
import io.simmim.core.model.SimMim;
import io.simmim.core.tensor.Autocast;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;

/** The forward pass alone, with the loss, without gradients. */
final class OwnForward implements Contender {

  private final SimMim model;
  private final RandomBatch batch;
  private final AutocastMode autocast;

  /** The model and the batch stay the caller's to close. */
  OwnForward(SimMim model, RandomBatch batch, AutocastMode autocast) {
    this.model = model;
    this.batch = batch;
    this.autocast = autocast;
  }

  @Override
  public void run(int index) {
    try (Scope scope = Scope.open();
        GradMode off = GradMode.off();
        Autocast cast = autocast.enter()) {
      Ops.scalar(model.forward(batch.x(), batch.mask(), Pass.INFERENCE).loss());
    }
  }

  @Override
  public void close() {
    // Nothing of its own.
  }
}
