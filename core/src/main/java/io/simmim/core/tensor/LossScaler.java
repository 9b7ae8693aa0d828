package io.simmim.core.tensor;

import ai.djl.ndarray.NDArray;
import io.simmim.core.config.Precision;
import io.simmim.core.fault.CheckpointException;
import java.util.List;
import java.util.Map;

/**
 * Keeps gradients of 16 bits out of the numbers too small for the format ({@code
 * torch.amp.GradScaler}): the loss is multiplied before the backward pass and the gradients divided
 * after it. For every batch: {@link #scale} its loss, {@link #unscale} the gradients and {@link
 * #update}, as apex does; {@link #rescale} them before the next batch of an accumulation.
 */
public sealed interface LossScaler extends AutoCloseable permits DynamicLossScaler, NoLossScaling {

  /** What the precision needs: float16 the dynamic one, the others none. */
  static LossScaler of(Precision precision, TorchEngine engine) {
    return precision == Precision.FP16 ? new DynamicLossScaler(engine) : new NoLossScaling();
  }

  /** The loss to go backward from, of the same shape. */
  NDArray scale(NDArray loss);

  /**
   * Divides float32 gradients by the scale, in place; once between two updates.
   *
   * @return false when one of them was not finite: the optimizer must leave them out
   */
  boolean unscale(List<NDArray> gradients);

  /**
   * Multiplies gradients that were unscaled already by the scale, in place, so that another
   * backward pass can add to them.
   */
  void rescale(List<NDArray> gradients);

  /** After every {@link #unscale}: changes the scale by what that found. */
  void update();

  /** The factor now; waits for the device. */
  double scale();

  /** {@code GradScaler.state_dict()}; without scaling that of a new one. */
  Map<String, Object> stateDict();

  /**
   * Goes on from a saved {@link #stateDict}. An empty one, of a run without scaling, leaves the
   * initial values.
   *
   * @throws CheckpointException when an entry is missing or out of range
   */
  void load(Map<String, ?> saved) throws CheckpointException;

  @Override
  void close();
}
