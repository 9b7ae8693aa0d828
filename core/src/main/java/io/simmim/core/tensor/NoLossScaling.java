package io.simmim.core.tensor;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;

/**
 * For number formats with the range of float32: nothing is scaled and nothing looked for. What is
 * saved is the state of a new scaler, because the official scripts always have one and refuse an
 * empty state.
 */
record NoLossScaling() implements LossScaler {

  @Override
  public NDArray scale(NDArray loss) {
    return loss;
  }

  @Override
  public boolean unscale(List<NDArray> gradients) {
    return true;
  }

  @Override
  public void rescale(List<NDArray> gradients) {}

  @Override
  public void update() {}

  @Override
  public double scale() {
    return 1;
  }

  @Override
  public Map<String, Object> stateDict() {
    return DynamicLossScaler.freshState();
  }

  @Override
  public void load(Map<String, ?> saved) {}

  @Override
  public void close() {}
}
