package io.simmim.core.bench;

import io.simmim.core.fault.CheckpointException;
import io.simmim.core.tensor.Autocast;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.tensor.TorchScriptModel;
import java.nio.file.Path;

/** The forward pass of a TorchScript model {@code (x, mask) -> loss}, without gradients. */
final class TorchScriptForward implements Contender {

  private final RandomBatch batch;
  private final AutocastMode autocast;
  private final TorchScriptModel model;

  /** The batch stays the caller's to close. */
  TorchScriptForward(TorchEngine engine, RandomBatch batch, AutocastMode autocast, Path file)
      throws CheckpointException {
    this.batch = batch;
    this.autocast = autocast;
    model = TorchScriptModel.load(engine, file);
    try (Autocast cast = autocast.enter()) {
      model.check(file, batch.x(), batch.wholeMask());
    }
  }

  @Override
  public void run(int index) {
    try (Scope scope = Scope.open();
        GradMode off = GradMode.off();
        Autocast cast = autocast.enter()) {
      Ops.scalar(model.forward(batch.x(), batch.wholeMask()));
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
