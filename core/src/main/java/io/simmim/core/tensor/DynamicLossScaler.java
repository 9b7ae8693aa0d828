package io.simmim.core.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import io.simmim.core.fault.CheckpointException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code torch.amp.GradScaler}: starts at 2^16, halves the scale when a gradient is not finite, and
 * doubles it after 2000 steps in a row without.
 */
final class DynamicLossScaler implements LossScaler {

  private static final String SCALE = "scale";
  private static final String GROWTH_FACTOR = "growth_factor";
  private static final String BACKOFF_FACTOR = "backoff_factor";
  private static final String GROWTH_INTERVAL = "growth_interval";
  private static final String GROWTH_TRACKER = "_growth_tracker";

  private static final double INITIAL_SCALE = 65536;
  private static final double INITIAL_GROWTH = 2;
  private static final double INITIAL_BACKOFF = 0.5;
  private static final long INITIAL_INTERVAL = 2000;

  private final TorchEngine engine;
  private final NDArray scale; // []
  private final NDArray growthTracker; // [] int32, finite steps since the last change
  private final NDArray foundInf; // [] 1 when a gradient was not finite
  private double growthFactor = INITIAL_GROWTH;
  private double backoffFactor = INITIAL_BACKOFF;
  private long growthInterval = INITIAL_INTERVAL;
  private boolean unscaled;

  DynamicLossScaler(TorchEngine engine) {
    this.engine = engine;
    NDManager manager = engine.manager();
    scale = Scope.keep(manager.create((float) INITIAL_SCALE));
    growthTracker = Scope.keep(manager.create(0));
    foundInf = Scope.keep(manager.zeros(new Shape(), DataType.FLOAT32));
  }

  @Override
  public NDArray scale(NDArray loss) {
    return loss.mul(scale);
  }

  @Override
  public boolean unscale(List<NDArray> gradients) {
    if (unscaled) {
      throw new IllegalStateException("expected update() between two calls of unscale()");
    }
    unscaled = true;
    engine
        .script()
        .run(
            "amp_unscale",
            TorchScriptOps.list(gradients),
            IValue.from(Ops.pt(foundInf)),
            IValue.from(Ops.pt(scale)));
    return Ops.scalar(foundInf) == 0;
  }

  @Override
  public void rescale(List<NDArray> gradients) {
    engine.script().run("multiply", TorchScriptOps.list(gradients), IValue.from(Ops.pt(scale)));
  }

  @Override
  public void update() {
    engine
        .script()
        .run(
            "amp_update",
            IValue.from(Ops.pt(scale)),
            IValue.from(Ops.pt(growthTracker)),
            IValue.from(Ops.pt(foundInf)),
            IValue.from(growthFactor),
            IValue.from(backoffFactor),
            IValue.from(growthInterval));
    unscaled = false;
  }

  @Override
  public double scale() {
    return Ops.scalar(scale);
  }

  @Override
  public Map<String, Object> stateDict() {
    int tracker = Ops.bytes(growthTracker).getInt();
    return state(scale(), growthFactor, backoffFactor, growthInterval, tracker);
  }

  /** What a new scaler would save. */
  static Map<String, Object> freshState() {
    return state(INITIAL_SCALE, INITIAL_GROWTH, INITIAL_BACKOFF, INITIAL_INTERVAL, 0);
  }

  private static Map<String, Object> state(
      double scale, double growth, double backoff, long interval, int tracker) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put(SCALE, scale);
    state.put(GROWTH_FACTOR, growth);
    state.put(BACKOFF_FACTOR, backoff);
    state.put(GROWTH_INTERVAL, interval);
    state.put(GROWTH_TRACKER, tracker);
    return state;
  }

  @Override
  public void load(Map<String, ?> saved) throws CheckpointException {
    if (saved.isEmpty()) {
      return;
    }
    double savedScale = positive(saved, SCALE);
    double savedGrowth = positive(saved, GROWTH_FACTOR);
    double savedBackoff = positive(saved, BACKOFF_FACTOR);
    long savedInterval = (long) number(saved, GROWTH_INTERVAL, 1);
    int savedTracker = (int) number(saved, GROWTH_TRACKER, 0);
    fill(scale, value -> value.putFloat((float) savedScale));
    fill(growthTracker, value -> value.putInt(savedTracker));
    growthFactor = savedGrowth;
    backoffFactor = savedBackoff;
    growthInterval = savedInterval;
  }

  private void fill(NDArray target, Consumer<ByteBuffer> write) {
    ByteBuffer value = ByteBuffer.allocateDirect(Float.BYTES).order(ByteOrder.nativeOrder());
    write.accept(value);
    engine.script().copy(target, value.rewind());
  }

  private static double positive(Map<String, ?> saved, String key) throws CheckpointException {
    return number(saved, key, Float.MIN_NORMAL);
  }

  private static double number(Map<String, ?> saved, String key, double least)
      throws CheckpointException {
    double value = saved.get(key) instanceof Number n ? n.doubleValue() : Double.NaN;
    if (!(value >= least && value <= Float.MAX_VALUE)) {
      throw new CheckpointException(
          "The checkpoint's loss scaler ('scaler') has "
              + saved.get(key)
              + " as '"
              + key
              + "', which must be a finite number of at least "
              + least
              + "; resume from another checkpoint, or with --precision bf16 or fp32.");
    }
    return value;
  }

  @Override
  public void close() {
    scale.close();
    growthTracker.close();
    foundInf.close();
  }
}
