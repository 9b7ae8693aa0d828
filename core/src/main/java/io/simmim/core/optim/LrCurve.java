package io.simmim.core.optim;

import java.util.List;
import java.util.Map;

/** How the learning rate falls after warm-up. Steps count from the start of the run. */
sealed interface LrCurve {

  /** End of the linear schedule as a share of its start, fixed in the official code. */
  double LINEAR_END = 0.01;

  /** The rate at step {@code t} of a group whose rate after warm-up is {@code base}. */
  double value(double base, long t);

  /** Adds the fields that the official scheduler of this kind saves. */
  void describe(Map<String, Object> state);

  /**
   * Cosine from the base to {@code min}, where it stays.
   *
   * @param length steps from top to bottom
   * @param afterWarmup starts when the warm-up ends; if not, it starts at t = 0, and the warm-up
   *     hides its beginning
   */
  record Cosine(long length, double min, long warmup, boolean afterWarmup) implements LrCurve {

    /** microsoft/SimMIM: over the whole run. */
    static Cosine underWarmup(long total, double min, long warmup) {
      return new Cosine(total, min, warmup, false);
    }

    /** microsoft/Swin-Transformer with {@code WARMUP_PREFIX}: over what the warm-up leaves. */
    static Cosine afterWarmup(long total, double min, long warmup) {
      return new Cosine(total - warmup, min, warmup, true);
    }

    @Override
    public double value(double base, long t) {
      long u = afterWarmup ? t - warmup : t;
      if (u >= length) {
        return min;
      }
      return min + 0.5 * (base - min) * (1 + Math.cos(Math.PI * u / length));
    }

    @Override
    public void describe(Map<String, Object> state) {
      state.put("t_initial", length);
      state.put("t_mul", 1.0);
      state.put("lr_min", min);
      state.put("decay_rate", 1.0);
      state.put("cycle_limit", 1);
    }
  }

  /** Straight from the base at the end of warm-up to a hundredth of it at {@code total}. */
  record Linear(long total, long warmup) implements LrCurve {

    @Override
    public double value(double base, long t) {
      double progress = (double) (t - warmup) / (total - warmup);
      return base - (base - base * LINEAR_END) * progress;
    }

    @Override
    public void describe(Map<String, Object> state) {
      state.put("t_initial", total);
      state.put("lr_min_rate", LINEAR_END);
    }
  }

  /** Times {@code rate} every {@code every} steps. */
  record Step(long every, double rate) implements LrCurve {

    @Override
    public double value(double base, long t) {
      return base * Math.pow(rate, (double) Math.floorDiv(t, every));
    }

    @Override
    public void describe(Map<String, Object> state) {
      state.put("decay_t", every);
      state.put("decay_rate", rate);
    }
  }

  /** Times {@code gamma} at each milestone. */
  record Multistep(List<Long> milestones, double gamma) implements LrCurve {

    @Override
    public double value(double base, long t) {
      long passed = milestones.stream().filter(milestone -> milestone <= t).count();
      return base * Math.pow(gamma, (double) passed);
    }

    @Override
    public void describe(Map<String, Object> state) {
      state.put("milestones", milestones);
      state.put("gamma", gamma);
    }
  }
}
