package io.simmim.workbench.runs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * Fills a table from side to side: columns of words share what is left beside those of numbers,
 * which know their width. A column that was dragged keeps that width.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // tables have their policies so
final class RoomForWords extends ConstrainedColumnResizeBase
    implements Callback<TableView.ResizeFeatures, Boolean> {

  /** Of its preferred width, in a window that is too small for all. */
  private static final double LEAST = 0.6;

  private final Set<String> words;
  private final Set<TableColumnBase<?, ?>> dragged = new HashSet<>();

  /**
   * @param words ids of the columns that grow and shrink
   */
  RoomForWords(Set<String> words) {
    this.words = Set.copyOf(words);
  }

  @Override
  public Boolean call(TableView.ResizeFeatures change) {
    if (change.getColumn() != null) {
      dragged.add(change.getColumn());
      return TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN.call(change);
    }
    List<TableColumnBase<?, ?>> columns = new ArrayList<>();
    for (Object column : change.getTable().getVisibleLeafColumns()) {
      columns.add((TableColumnBase<?, ?>) column);
    }
    List<Double> widths =
        widths(
            columns.stream().map(this::natural).toList(),
            columns.stream().map(column -> words.contains(column.getId())).toList(),
            change.getContentWidth());
    for (int i = 0; i < columns.size(); i++) {
      change.setColumnWidth(columns.get(i), widths.get(i));
    }
    return true;
  }

  private double natural(TableColumnBase<?, ?> column) {
    return dragged.contains(column) ? column.getWidth() : column.getPrefWidth();
  }

  /**
   * Widths that fill {@code room}, as far as the words can shrink.
   *
   * @param natural width of each column
   * @param flexible which of them hold words
   */
  static List<Double> widths(List<Double> natural, List<Boolean> flexible, double room) {
    double fixed = 0;
    double shared = 0;
    for (int i = 0; i < natural.size(); i++) {
      fixed += flexible.get(i) ? 0 : natural.get(i);
      shared += flexible.get(i) ? natural.get(i) : 0;
    }
    double stretch = shared == 0 ? 1 : Math.max(LEAST, (room - fixed) / shared);
    List<Double> widths = new ArrayList<>();
    for (int i = 0; i < natural.size(); i++) {
      widths.add(flexible.get(i) ? Math.floor(natural.get(i) * stretch) : natural.get(i));
    }
    return List.copyOf(widths);
  }
}
