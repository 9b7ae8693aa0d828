package io.simmim.core.optim;

import io.simmim.core.config.LrSchedulerConfig;
import io.simmim.core.config.TrainConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learning rate per step ({@code lr_scheduler.py} and timm's schedulers): a linear warm-up, then a
 * {@link LrCurve}. Steps count micro-batches. The warm-up start and the cosine's end are absolute,
 * the same for all groups whatever their scale.
 */
public final class LrSchedule {

  private final LinearScaledLr lr;
  private final long warmupSteps;
  private final LrCurve curve;

  private LrSchedule(LinearScaledLr lr, long warmupSteps, LrCurve curve) {
    this.lr = lr;
    this.warmupSteps = warmupSteps;
    this.curve = curve;
  }

  /**
   * The schedule that TRAIN.LR_SCHEDULER describes.
   *
   * @param lr scaled learning rates
   * @param stepsPerEpoch micro-batches in an epoch
   */
  public static LrSchedule of(TrainConfig train, LinearScaledLr lr, int stepsPerEpoch) {
    LrSchedulerConfig config = train.lrScheduler();
    long total = (long) train.epochs() * stepsPerEpoch;
    long warmup = (long) train.warmupEpochs() * stepsPerEpoch;
    LrCurve curve =
        switch (config.name()) {
          case "cosine" ->
              config.warmupPrefix()
                  ? LrCurve.Cosine.afterWarmup(total, lr.min(), warmup)
                  : LrCurve.Cosine.underWarmup(total, lr.min(), warmup);
          case "linear" -> new LrCurve.Linear(total, warmup);
          case "step" ->
              new LrCurve.Step((long) config.decayEpochs() * stepsPerEpoch, config.decayRate());
          case "multistep" ->
              new LrCurve.Multistep(
                  config.multisteps().stream().map(e -> (long) e * stepsPerEpoch).toList(),
                  config.gamma());
          default ->
              throw new IllegalArgumentException(
                  "expected cosine, linear, step or multistep, got " + config.name());
        };
    return new LrSchedule(lr, warmup, curve);
  }

  /**
   * The rate that {@code step_update(t)} set. The official loop moves the rate after each optimizer
   * step, to the value at that step's index, so the first two steps share the first value.
   *
   * @param t index of the last optimizer step, or -1 before the first
   * @param scale the group's factor on the base rate
   */
  public double afterStep(long t, double scale) {
    if (t < 0) {
      return warmupSteps > 0 ? lr.warmup() : lr.base() * scale;
    }
    return value(t, scale);
  }

  private double value(long t, double scale) {
    double base = lr.base() * scale;
    if (t < warmupSteps) {
      return lr.warmup() + t * ((base - lr.warmup()) / warmupSteps);
    }
    return curve.value(base, t);
  }

  /**
   * What the official scheduler's {@code state_dict()} holds, so that the official scripts can go
   * on from a checkpoint of ours.
   *
   * @param scales factor of each parameter group on the base rate
   */
  public Map<String, Object> state(List<Double> scales) {
    List<Double> bases = scales.stream().map(scale -> lr.base() * scale).toList();
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("param_group_field", "lr");
    state.put("_initial_param_group_field", "initial_lr");
    state.put("base_values", bases);
    state.put("metric", null);
    state.put("noise_range_t", null);
    state.put("noise_pct", 0.67);
    state.put("noise_type", "normal");
    state.put("noise_std", 1.0);
    state.put("noise_seed", 42);
    curve.describe(state);
    state.put("warmup_t", warmupSteps);
    state.put("warmup_lr_init", lr.warmup());
    if (curve instanceof LrCurve.Cosine cosine) {
      state.put("warmup_prefix", cosine.afterWarmup());
    }
    state.put("t_in_epochs", false);
    state.put("warmup_steps", bases.stream().map(this::warmupIncrement).toList());
    return state;
  }

  private Number warmupIncrement(double base) {
    return warmupSteps > 0 ? (Number) ((base - lr.warmup()) / warmupSteps) : (Number) 1;
  }
}
