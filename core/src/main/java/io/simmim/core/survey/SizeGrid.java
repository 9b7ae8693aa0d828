package io.simmim.core.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A histogram of widths by heights. Bucket i holds sides from its edge up to, but without, the next
 * one. Edges are powers of two, and halfway between them where that still gives few buckets.
 *
 * @param widths edges of the columns in pixels, ascending, one more than there are columns
 * @param heights edges of the rows in pixels, ascending, one more than there are rows
 * @param counts [rows, columns] pictures
 */
public record SizeGrid(List<Integer> widths, List<Integer> heights, List<List<Integer>> counts) {

  private static final int MOST_BUCKETS = 5;

  /** The histogram of some sizes; without rows or columns when there are none. */
  public static SizeGrid of(PictureSizes sizes) {
    List<Integer> widths = edges(sizes, PictureSize::width);
    List<Integer> heights = edges(sizes, PictureSize::height);
    int[][] counts = new int[Math.max(0, heights.size() - 1)][Math.max(0, widths.size() - 1)];
    sizes
        .counts()
        .forEach(
            (size, count) ->
                counts[bucket(heights, size.height())][bucket(widths, size.width())] += count);
    List<List<Integer>> rows = new ArrayList<>();
    for (int[] row : counts) {
      rows.add(java.util.Arrays.stream(row).boxed().toList());
    }
    return new SizeGrid(widths, heights, List.copyOf(rows));
  }

  /** Largest count of a bucket. */
  public int highest() {
    return counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).max().orElse(0);
  }

  private static List<Integer> edges(PictureSizes sizes, ToIntFunction<PictureSize> side) {
    int least = sizes.counts().keySet().stream().mapToInt(side).min().orElse(0);
    int most = sizes.counts().keySet().stream().mapToInt(side).max().orElse(0);
    if (most == 0) {
      return List.of();
    }
    List<Integer> fine = ladder(least, most, true);
    return fine.size() - 1 <= MOST_BUCKETS ? fine : ladder(least, most, false);
  }

  /** Edges from the last at or below {@code least} to the first above {@code most}. */
  private static List<Integer> ladder(int least, int most, boolean halves) {
    List<Integer> edges = new ArrayList<>();
    for (int power = 1; edges.isEmpty() || edges.get(edges.size() - 1) <= most; power *= 2) {
      add(edges, power, least);
      if (halves && power > 1 && edges.stream().noneMatch(edge -> edge > most)) {
        add(edges, power + power / 2, least);
      }
    }
    return List.copyOf(edges);
  }

  private static void add(List<Integer> edges, int edge, int least) {
    if (edge <= least) {
      edges.clear();
    }
    edges.add(edge);
  }

  private static int bucket(List<Integer> edges, int side) {
    int at = Collections.binarySearch(edges, side);
    return at >= 0 ? at : -at - 2;
  }
}
