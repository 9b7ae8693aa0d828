package io.simmim.core.train;

import ai.djl.ndarray.NDArray;
import io.simmim.core.data.SampleRandom;
import io.simmim.core.model.Gradients;
import io.simmim.core.model.Network;
import io.simmim.core.model.Pass;
import io.simmim.core.model.Recomputation;
import io.simmim.core.optim.Accumulation;
import io.simmim.core.optim.LrSchedule;
import io.simmim.core.optim.Optimizer;
import io.simmim.core.tensor.Autocast;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.LossScaler;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.util.List;
import java.util.function.Supplier;

/**
 * One batch through the network and back: forward, backward, clip, and every {@code
 * ACCUMULATION_STEPS} batches an optimizer step ({@code train_one_epoch} of {@code main_simmim.py}
 * and {@code main_finetune.py}).
 */
public final class TrainingStep {

  private static final int MAX_BAD_STEPS = 5;
  private static final int MAX_SCALING_STEPS = 20;

  private final TorchEngine engine;
  private final Network network;
  private final Optimizer optimizer;
  private final Gradients gradients;
  private final LrSchedule schedule;
  private final Accumulation accumulation;
  private final Settings settings;
  private final AutocastMode autocast;
  private final LossScaler scaler;
  private final NDArray divisor; // [] accumulation steps, or null

  /**
   * What does not change from step to step.
   *
   * @param clipGrad largest 2-norm of all gradients together, 0 for no limit
   * @param seed of everything random inside the network
   * @param recompute whether activations are computed again instead of kept
   */
  public record Settings(double clipGrad, long seed, boolean recompute) {}

  /**
   * What a step did.
   *
   * @param loss mean loss of the batch, before any division
   * @param gradNorm before clipping
   * @param lr in force, of the last group, which is the head's under layer decay
   * @param finite false when loss or gradients were not; the weights were then left alone
   */
  public record Result(double loss, double gradNorm, double lr, boolean finite) {}

  /** A step on these parts, which the caller closes. */
  public TrainingStep(
      TorchEngine engine,
      Network network,
      Optimizer optimizer,
      LrSchedule schedule,
      Accumulation accumulation,
      AutocastMode autocast,
      LossScaler scaler,
      Settings settings) {
    this.engine = engine;
    this.network = network;
    this.optimizer = optimizer;
    this.gradients = optimizer.gradients();
    this.schedule = schedule;
    this.accumulation = accumulation;
    this.autocast = autocast;
    this.scaler = scaler;
    this.settings = settings;
    this.divisor =
        accumulation.steps() > 1
            ? Scope.keep(engine.manager().create((float) accumulation.steps()))
            : null;
  }

  /**
   * Trains on one batch.
   *
   * @param epoch from 0
   * @param index of the batch in its epoch, from 0
   */
  public Result run(Example example, int epoch, int index) {
    List<Double> lr = learningRates(epoch, index);
    if (accumulation.begins(index)) {
      gradients.clear();
    } else {
      scaler.rescale(gradients.arrays());
    }
    double loss = forwardBackward(example, epoch, index);
    scaler.unscale(gradients.arrays());
    scaler.update();
    double gradNorm = engine.script().clipGradNorm(gradients.arrays(), settings.clipGrad());
    boolean finite = Double.isFinite(loss) && Double.isFinite(gradNorm);
    if (!finite) {
      gradients.clear();
    } else if (accumulation.completes(index)) {
      optimizer.step(lr);
    }
    return new Result(loss, gradNorm, lr.get(lr.size() - 1), finite);
  }

  private double forwardBackward(Example example, int epoch, int index) {
    // What is dropped then depends on the position in the run alone, so a resumed run repeats it.
    // Mixed, because the engine's generator on the CPU looks at the lower 32 bits only.
    long stream = SampleRandom.DROP.of(settings.seed(), epoch, index).nextLong();
    Pass pass = new Pass(true, layer -> engine.seed(stream + layer));
    try (Scope step = Scope.open()) {
      NDArray loss = settings.recompute() ? recomputed(example, pass) : kept(example, pass);
      return Ops.scalar(loss) * accumulation.steps();
    }
  }

  private NDArray kept(Example example, Pass pass) {
    NDArray loss =
        forward(
            () ->
                share(
                    example
                        .loss()
                        .apply(network.encoder().tokens(example.x(), example.mask(), pass))));
    gradients.backward(scaler.scale(loss));
    return loss;
  }

  private NDArray recomputed(Example example, Pass pass) {
    return new Recomputation(network.encoder(), pass, this::forward, scaler::scale, gradients)
        .lossAndGradients(
            example.x(), example.mask(), tokens -> share(example.loss().apply(tokens)));
  }

  private NDArray forward(Supplier<NDArray> computation) {
    try (Autocast cast = autocast.enter()) {
      return computation.get();
    }
  }

  private NDArray share(NDArray loss) {
    return divisor == null ? loss : loss.div(divisor);
  }

  /** After so many steps in a row that were not finite, training is lost. */
  int maxBadSteps() {
    // A loss scale that is too large is halved in every step until it fits.
    return scaler.scale() > 1 ? MAX_SCALING_STEPS : MAX_BAD_STEPS;
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
