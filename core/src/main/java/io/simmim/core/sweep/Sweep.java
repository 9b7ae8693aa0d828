package io.simmim.core.sweep;

import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.ExperimentConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * All combinations of the values of some keys.
 *
 * @param axes at least one, each with a key of its own
 */
public record Sweep(List<SweepAxis> axes) {

  public Sweep {
    axes = List.copyOf(axes);
    long keys = axes.stream().map(axis -> axis.key().path()).distinct().count();
    if (axes.isEmpty() || keys != axes.size()) {
      throw new IllegalArgumentException(
          "expected keys, each once, got " + axes.stream().map(a -> a.key().path()).toList());
    }
  }

  /** How many combinations there are; the largest number when there are more than that. */
  public long size() {
    long size = 1;
    for (SweepAxis axis : axes) {
      int values = axis.values().size();
      size = size > Long.MAX_VALUE / values ? Long.MAX_VALUE : size * values;
    }
    return size;
  }

  /** The combinations, the last key changing fastest. */
  public List<SweepPoint> points() {
    List<SweepPoint> points = List.of(new SweepPoint(Map.of()));
    for (SweepAxis axis : axes) {
      List<SweepPoint> more = new ArrayList<>();
      for (SweepPoint point : points) {
        axis.values().forEach(value -> more.add(point.with(axis.key().path(), value)));
      }
      points = more;
    }
    return points;
  }

  /**
   * One run for each combination.
   *
   * @param base the configuration without the sweep
   * @param tag with which the tags of the runs begin
   * @param rules adds the faults of the stage, such as {@link ConfigResult#forPretraining}
   */
  public List<SweepRun> runs(ExperimentConfig base, String tag, UnaryOperator<ConfigResult> rules) {
    Map<String, String> names = ShortNames.of(axes);
    Map<String, Object> nested = new LinkedHashMap<>(base.values().toNested());
    Set<String> taken = new HashSet<>();
    List<SweepRun> runs = new ArrayList<>();
    for (SweepPoint point : points()) {
      runs.add(SweepRun.of(nested, point, free(point.tag(tag, names), taken), rules));
    }
    return runs;
  }

  /** Values that differ only in letters that no tag may have are told apart by a number. */
  private static String free(String tag, Set<String> taken) {
    String free = tag;
    for (int n = 2; !taken.add(free); n++) {
      free = tag + "-" + n;
    }
    return free;
  }
}
