package io.simmim.core.survey;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many pictures there are of each size.
 *
 * @param counts by size, from the smallest area to the largest
 */
public record PictureSizes(SortedMap<PictureSize, Integer> counts) {

  private static final double MEGA = 1e6;

  public PictureSizes {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** Pictures whose size is known. */
  public int pictures() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Of least area; empty while none is known, as are the others. */
  public Optional<PictureSize> smallest() {
    return counts.isEmpty() ? Optional.empty() : Optional.of(counts.firstKey());
  }

  public Optional<PictureSize> largest() {
    return counts.isEmpty() ? Optional.empty() : Optional.of(counts.lastKey());
  }

  /** The size in the middle of all pictures in order of their area; of two, the smaller one. */
  public Optional<PictureSize> median() {
    int before = (pictures() - 1) / 2;
    for (Map.Entry<PictureSize, Integer> entry : counts.entrySet()) {
      before -= entry.getValue();
      if (before < 0) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  /** Mean area in megapixels; 0 while no size is known. */
  public double meanMegapixels() {
    double pixels =
        counts.entrySet().stream()
            .mapToDouble(e -> (double) e.getKey().pixels() * e.getValue())
            .sum();
    return counts.isEmpty() ? 0 : pixels / pictures() / MEGA;
  }

  /** Pictures with a side shorter than so many pixels. */
  public int smallerThan(int side) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().shorterSide() < side)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
