package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.chart.Series;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What the validations of a run say together, given in the order of their epochs. */
public final class Accuracy {

  private Accuracy() {}

  /** The newest. */
  public static Optional<RunEvent.Validation> last(List<RunEvent.Validation> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The first of those with the highest top-1. */
  public static Optional<RunEvent.Validation> best(List<RunEvent.Validation> all) {
    return all.stream().reduce((best, next) -> next.top1() > best.top1() ? next : best);
  }

  /** Curve over the epochs, which the window counts from 1. */
  public static Series overEpochs(
      List<RunEvent.Validation> all, ToDoubleFunction<RunEvent.Validation> value) {
    return curve(all, validation -> validation.epoch() + 1.0, value);
  }

  /** Curve over the optimizer steps after which the validations took place. */
  public static Series overSteps(
      List<RunEvent.Validation> all, ToDoubleFunction<RunEvent.Validation> value) {
    return curve(all, RunEvent.Validation::step, value);
  }

  private static Series curve(
      List<RunEvent.Validation> all,
      ToDoubleFunction<RunEvent.Validation> x,
      ToDoubleFunction<RunEvent.Validation> y) {
    return Series.of(all.stream().mapToDouble(x).toArray(), all.stream().mapToDouble(y).toArray());
  }
}
