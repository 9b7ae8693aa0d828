package io.simmim.workbench.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One number of all compared runs over the values of two keys.
 *
 * @param x the key whose values are the columns
 * @param y the key whose values are the rows; empty for one row
 * @param rows cells, rows by columns
 * @param others further keys that differ: runs that only they tell apart share a cell
 */
public record HeatMap(
    MapNumber number,
    SweptKey x,
    Optional<SweptKey> y,
    List<List<MapCell>> rows,
    List<String> others) {

  public HeatMap {
    rows = rows.stream().map(List::copyOf).toList();
    others = List.copyOf(others);
  }

  static HeatMap of(
      MapNumber number,
      SweptKey x,
      Optional<SweptKey> y,
      List<SweptKey> keys,
      List<ComparedNumbers> runs) {
    int height = y.map(key -> key.values().size()).orElse(1);
    List<List<MapCell>> rows = new ArrayList<>();
    for (int row = 0; row < height; row++) {
      List<MapCell> cells = new ArrayList<>();
      for (int column = 0; column < x.values().size(); column++) {
        cells.add(MapCell.of(at(column, row, x, y, runs), number));
      }
      rows.add(cells);
    }
    return new HeatMap(number, x, y, rows, others(x, y, keys));
  }

  private static List<ComparedNumbers> at(
      int column, int row, SweptKey x, Optional<SweptKey> y, List<ComparedNumbers> runs) {
    return runs.stream()
        .filter(run -> x.placeOf(run.run()) == column)
        .filter(run -> y.map(key -> key.placeOf(run.run()) == row).orElse(true))
        .toList();
  }

  private static List<String> others(SweptKey x, Optional<SweptKey> y, List<SweptKey> keys) {
    return keys.stream()
        .map(SweptKey::path)
        .filter(path -> !path.equals(x.path()))
        .filter(path -> y.filter(key -> key.path().equals(path)).isEmpty())
        .toList();
  }

  public MapCell cell(int row, int column) {
    return rows.get(row).get(column);
  }

  /** All cells that have a number. */
  Stream<MapCell> measured() {
    return rows.stream().flatMap(List::stream).filter(MapCell::hasValue);
  }

  /** Cells whose number will not change any more; while there are too few, all with a number. */
  private Stream<MapCell> settled() {
    List<MapCell> done = measured().filter(cell -> cell.state() == MapCell.State.DONE).toList();
    return done.size() < 2 ? measured() : done.stream();
  }

  /** Lowest mean of the cells that count; 0 while there is none. */
  public double low() {
    return settled().mapToDouble(MapCell::mean).min().orElse(0);
  }

  /** Highest mean of the cells that count; 0 while there is none. */
  public double high() {
    return settled().mapToDouble(MapCell::mean).max().orElse(0);
  }

  /** The best of the cells that count, once there are two to choose from. */
  public Optional<MapCell> best() {
    Comparator<MapCell> byMean = Comparator.comparingDouble(MapCell::mean);
    return measured().count() < 2
        ? Optional.empty()
        : settled().min(number.lowerIsBetter() ? byMean : byMean.reversed());
  }
}
