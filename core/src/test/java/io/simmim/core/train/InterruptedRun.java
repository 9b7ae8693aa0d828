package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The same training twice: once without a pause, once stopped and resumed.
 *
 * @param whole what the first one said
 * @param first what the second one said until it was stopped
 * @param second what it said after that
 */
record InterruptedRun(Story whole, Story first, Story second) {

  /** Stops something. */
  interface Stop {
    Story in(ExperimentConfig config) throws Exception;
  }

  /** Runs both, and fails unless they end with the same bits and say the same numbers. */
  static InterruptedRun of(TinyRun tiny, ExperimentConfig config, Stop stop, int workersAfter)
      throws Exception {
    ExperimentConfig uninterrupted = config.with("TAG", "whole");
    ExperimentConfig parts = config.with("TAG", "parts");
    InterruptedRun run =
        new InterruptedRun(
            tiny.run(uninterrupted),
            stop.in(parts),
            tiny.run(parts.with("DATA.NUM_WORKERS", workersAfter)));
    assertEquals(Outcome.STOPPED, run.first().outcome());
    assertEquals(Outcome.FINISHED, run.second().outcome());
    int last = config.train().epochs() - 1;
    TinyRun.assertSameBits(tiny.checkpoint(uninterrupted, last), tiny.checkpoint(parts, last));
    run.assertSays(Step.class, s -> List.of(s.step(), s.epoch(), s.loss(), s.gradNorm(), s.lr()));
    run.assertSays(
        Validation.class, v -> List.of(v.epoch(), v.step(), v.loss(), v.top1(), v.bestTop1()));
    return run;
  }

  private <E extends io.simmim.core.run.RunEvent> void assertSays(
      Class<E> type, Function<E, List<?>> numbers) {
    List<E> parts = new ArrayList<>(first.all(type));
    parts.addAll(second.all(type));
    assertEquals(
        whole.all(type).stream().map(numbers).toList(), parts.stream().map(numbers).toList());
  }
}
