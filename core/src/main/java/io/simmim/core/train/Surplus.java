package io.simmim.core.train;

import io.simmim.core.run.CheckpointManifest.Saved;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which checkpoints a run no longer needs: those within epochs that are not among the newest two of
 * all, and, where KEEP_LAST asks for that, those of whole epochs that are neither among the newest
 * nor, with KEEP_BEST, the best.
 */
record Surplus(int keepLast, boolean keepBest) {

  private static final int INTERIM = 2;

  /** Some of {@code saved}, which are ordered by when they were saved; never the newest of them. */
  List<Saved> of(List<Saved> saved) {
    Set<Saved> kept = new HashSet<>(newest(saved, 1));
    newest(saved, INTERIM).stream().filter(Saved::isInterim).forEach(kept::add);
    List<Saved> whole = saved.stream().filter(one -> !one.isInterim()).toList();
    kept.addAll(keepLast == 0 ? whole : newest(whole, keepLast));
    if (keepBest) {
      whole.stream()
          .filter(one -> !Double.isNaN(one.score()))
          .max(Comparator.comparingDouble(Saved::score))
          .ifPresent(kept::add);
    }
    return saved.stream().filter(one -> !kept.contains(one)).toList();
  }

  private static List<Saved> newest(List<Saved> saved, int count) {
    return saved.subList(Math.max(0, saved.size() - count), saved.size());
  }
}
