package io.simmim.core.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Which share of its time a training waits for data, over its last steps: where it is not small,
 * more loader threads (DATA.NUM_WORKERS) or smaller pictures on disk make the training faster.
 */
public final class DataWait {

  /** Enough to smooth the loader's batches, which come in bursts. */
  private static final int STEPS = 100;

  private static final double PERCENT = 100;

  private final Deque<RunEvent.Step> recent = new ArrayDeque<>();

  /** Counts a step, unless its waiting was not measured, as in the log of another program. */
  public void add(RunEvent.Step step) {
    if (!Double.isFinite(step.dataSeconds()) || !Double.isFinite(step.stepSeconds())) {
      return;
    }
    recent.addLast(step);
    if (recent.size() > STEPS) {
      recent.removeFirst();
    }
  }

  /** Waiting by all time, 0 to 1; empty before a step was measured. */
  public OptionalDouble share() {
    double all = recent.stream().mapToDouble(RunEvent.Step::stepSeconds).sum();
    double waiting = recent.stream().mapToDouble(RunEvent.Step::dataSeconds).sum();
    return all > 0 ? OptionalDouble.of(Math.min(1, waiting / all)) : OptionalDouble.empty();
  }

  /** In words, such as {@code waiting for data 3 %}; empty before a step was measured. */
  public String inWords() {
    OptionalDouble share = share();
    return share.isPresent()
        ? String.format(Locale.ROOT, "waiting for data %.0f %%", PERCENT * share.getAsDouble())
        : "";
  }
}
