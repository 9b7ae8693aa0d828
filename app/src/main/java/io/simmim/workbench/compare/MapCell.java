package io.simmim.workbench.compare;

import io.simmim.core.run.RunStatus;
import java.util.List;

/**
 * The runs with the same values of the two keys of a heat map.
 *
 * @param runs none where the sweep has no such run
 * @param values the number of those that have one
 */
public record MapCell(List<ComparedNumbers> runs, List<Double> values) {

  /** How far its runs are. */
  public enum State {
    MISSING,
    WAITING,
    RUNNING,
    BROKEN,
    DONE
  }

  public MapCell {
    runs = List.copyOf(runs);
    values = List.copyOf(values);
  }

  static MapCell of(List<ComparedNumbers> runs, MapNumber number) {
    return new MapCell(runs, runs.stream().flatMap(run -> number.of(run).stream()).toList());
  }

  public boolean hasValue() {
    return !values.isEmpty();
  }

  /** Mean over the runs that have a number; NaN without any. */
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Standard deviation of the runs, from n - 1; 0 for one. */
  public double spread() {
    double mean = mean();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
  }

  public State state() {
    if (runs.isEmpty()) {
      return State.MISSING;
    }
    if (runs.stream().allMatch(run -> run.run().isComing())) {
      return State.WAITING;
    }
    if (any(RunStatus.RUNNING)) {
      return State.RUNNING;
    }
    boolean broken = any(RunStatus.FAILED) || any(RunStatus.CRASHED) || any(RunStatus.STOPPED);
    return broken ? State.BROKEN : State.DONE;
  }

  private boolean any(RunStatus status) {
    return runs.stream().anyMatch(run -> run.run().run().status() == status);
  }
}
