package io.simmim.workbench.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Spreads parts of different heights over columns. */
final class Columns {

  private Columns() {}

  /**
   * The parts of each column, by their places in {@code heights}, with columns of nearly the same
   * height: the tallest parts are placed first, each in the column that is lowest then. Within a
   * column, and from column to column by its first part, the order of the parts is kept.
   *
   * @param heights of the parts
   * @param columns at most so many
   */
  static List<List<Integer>> packed(List<Integer> heights, int columns) {
    List<Column> all = IntStream.range(0, columns).mapToObj(i -> new Column()).toList();
    IntStream.range(0, heights.size())
        .boxed()
        .sorted(Comparator.comparing(heights::get, Comparator.reverseOrder()))
        .forEach(part -> lowest(all).add(part, heights.get(part)));
    return all.stream()
        .filter(column -> !column.parts.isEmpty())
        .map(column -> column.parts.stream().sorted().toList())
        .sorted(Comparator.comparing(parts -> parts.get(0)))
        .toList();
  }

  private static Column lowest(List<Column> all) {
    return all.stream().min(Comparator.comparingInt(column -> column.height)).orElseThrow();
  }

  private static final class Column {

    private final List<Integer> parts = new ArrayList<>();
    private int height;

    void add(int part, int itsHeight) {
      parts.add(part);
      height += itsHeight;
    }
  }
}
