package io.simmim.workbench.sweep;

import io.simmim.core.sweep.Sweep;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why the runs of a sweep cannot be made yet, and what to do. */
final class SweepObjections {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.+=@-]+");

  private SweepObjections() {}

  /**
   * Why there are no runs to look at; empty when there are.
   *
   * @param missing what one run lacks already; empty when nothing
   * @param tag of the experiment
   * @param faulty whether a value was typed that cannot be
   */
  static String toRuns(String missing, String tag, Optional<Sweep> sweep, boolean faulty) {
    if (!missing.isEmpty()) {
      return missing;
    }
    if (!NAME.matcher(tag).matches()) {
      return "Give the experiment a tag of letters, digits and . _ - + = @";
    }
    if (sweep.isEmpty()) {
      return faulty ? "Correct the marked values." : "Choose a key and type its values.";
    }
    return sweep.get().size() > SweepPreview.MOST_RUNS
        ? "These are %,d runs; take fewer values, at most %d runs go into one sweep."
            .formatted(sweep.get().size(), SweepPreview.MOST_RUNS)
        : "";
  }

  /**
   * Why these runs cannot be submitted; empty when they can.
   *
   * @param leaveOut whether impossible combinations are left out
   * @param name of the sweep
   */
  static String toSubmitting(SweepPreview preview, boolean leaveOut, String name) {
    if (!preview.problem().isEmpty()) {
      return preview.problem();
    }
    if (!leaveOut && preview.impossible() > 0) {
      return "Some combinations are impossible; change the values, or leave these out.";
    }
    if (preview.ready().isEmpty()) {
      return preview.existing() > 0
          ? "All of these runs are there already; choose other values or another tag."
          : "None of these combinations is possible; change the values.";
    }
    return NAME.matcher(name).matches()
        ? ""
        : "Give the sweep a name of letters, digits and . _ - + = @";
  }
}
