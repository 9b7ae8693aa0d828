package io.simmim.workbench.sweep;

import io.simmim.core.sweep.Sweep;
import io.simmim.workbench.sweep.SweptRun.Fate;
import java.util.List;
import java.util.Optional;

/**
 * What a sweep would do.
 *
 * @param sweep empty while there is none
 * @param runs all combinations, in the order in which they would run
 * @param problem why there are no runs; empty when there are
 */
public record SweepPreview(Optional<Sweep> sweep, List<SweptRun> runs, String problem) {

  /** More runs than that would be a slip of the hand. */
  static final int MOST_RUNS = 500;

  static final SweepPreview NONE = without("Choose a key and type its values.");

  public SweepPreview {
    runs = List.copyOf(runs);
  }

  static SweepPreview without(String problem) {
    return new SweepPreview(Optional.empty(), List.of(), problem);
  }

  /** The runs that would be made. */
  public List<SweptRun> ready() {
    return of(Fate.READY);
  }

  /** How many combinations the rules of the stage forbid. */
  public int impossible() {
    return of(Fate.IMPOSSIBLE).size();
  }

  /** How many runs are there already. */
  public int existing() {
    return of(Fate.EXISTS).size();
  }

  /** Optimizer steps of all runs that would be made; 0 while unknown. */
  public long steps() {
    return ready().stream().mapToLong(SweptRun::steps).sum();
  }

  /** Images that they see, with repetitions. */
  public long images() {
    return ready().stream().mapToLong(SweptRun::images).sum();
  }

  private List<SweptRun> of(Fate fate) {
    return runs.stream().filter(run -> run.fate() == fate).toList();
  }
}
