package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import io.simmim.core.model.SimMim;
import io.simmim.core.optim.Accumulation;
import io.simmim.core.optim.LrSchedule;
import io.simmim.core.optim.Optimizer;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.util.List;

/**
 * One batch through the model and back: forward, backward, clip, and every {@code
 * ACCUMULATION_STEPS} batches an optimizer step ({@code train_one_epoch} of {@code
 * main_simmim.py}).
 */
public final class PretrainingStep {

  private final TorchEngine engine;
  private final SimMim model;
  private final Optimizer optimizer;
  private final LrSchedule schedule;
  private final Accumulation accumulation;
  private final double clipGrad;
  private final long seed;
  private final NDArray divisor; // [] accumulation steps, or null

  /**
   * What a step did.
   *
   * @param loss mean absolute error on hidden pixels, before any division
   * @param gradNorm before clipping
   * @param lr in force, of the first group
   * @param finite false when loss or gradients were not; the weights were then left alone
   */
  public record Result(double loss, double gradNorm, double lr, boolean finite) {}

  /**
   * A step on these parts, which the caller closes.
   *
   * @param clipGrad largest 2-norm of all gradients together, 0 for no limit
   * @param seed of everything random inside the model
   */
  public PretrainingStep(
      TorchEngine engine,
      SimMim model,
      Optimizer optimizer,
      LrSchedule schedule,
      Accumulation accumulation,
      double clipGrad,
      long seed) {
    this.engine = engine;
    this.model = model;
    this.optimizer = optimizer;
    this.schedule = schedule;
    this.accumulation = accumulation;
    this.clipGrad = clipGrad;
    this.seed = seed;
    this.divisor =
        accumulation.steps() > 1
            ? Scope.keep(engine.manager().create((float) accumulation.steps()))
            : null;
  }

  /**
   * Trains on one batch.
   *
   * @param x normalised images [B, C, H, W]
   * @param mask [B, h, w] float32, 1 = hidden
   * @param epoch from 0
   * @param index of the batch in its epoch, from 0
   */
  public Result run(NDArray x, NDArray mask, int epoch, int index) {
    List<Double> lr = learningRates(epoch, index);
    if (accumulation.begins(index)) {
      optimizer.zeroGrad();
    }
    double loss = forwardBackward(x, mask, epoch, index);
    double gradNorm = engine.script().clipGradNorm(optimizer.gradients(), clipGrad);
    boolean finite = Double.isFinite(loss) && Double.isFinite(gradNorm);
    if (!finite) {
      optimizer.zeroGrad();
    } else if (accumulation.completes(index)) {
      optimizer.step(lr);
    }
    return new Result(loss, gradNorm, lr.get(0), finite);
  }

  private double forwardBackward(NDArray x, NDArray mask, int epoch, int index) {
    // Dropout then depends on the position in the run alone, so a resumed run repeats it.
    engine.seed(seed + 31 * ((long) epoch << 32) + index);
    try (Scope step = Scope.open()) {
      NDArray loss = model.forward(x, mask, true).loss();
      Ops.backward(divisor == null ? loss : loss.div(divisor));
      return Ops.scalar(loss);
    }
  }

  /** Whether the gradients of batch {@code index} end in an optimizer step, so that none wait. */
  public boolean completes(int index) {
    return accumulation.completes(index);
  }

  private List<Double> learningRates(int epoch, int index) {
    long last = accumulation.lastUpdate(epoch, index);
    return optimizer.groups().stream().map(g -> schedule.afterStep(last, g.lrScale())).toList();
  }
}
