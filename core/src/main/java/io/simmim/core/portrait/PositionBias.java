package io.simmim.core.portrait;

import io.simmim.core.checkpoint.TensorData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Relative position bias: what attention adds to the product of a query and a key for where the key
 * lies (Swin paper, section 3.2). A grid is a map around the query: what is drawn two places above
 * the middle is the bias for the token two rows up.
 *
 * @param reach rows, and columns, to the farthest token of the window: its side - 1
 * @param heads one grid a head, [2 reach + 1, 2 reach + 1]
 * @param classToken what concerns the class token, in a Vision Transformer
 */
public record PositionBias(int reach, List<Grid> heads, Optional<ClassToken> classToken) {

  /**
   * Bias where a class token takes part; one value a head.
   *
   * @param toPatches the class token asks, a patch answers
   * @param fromPatches a patch asks, the class token answers
   * @param toItself the class token asks itself
   */
  public record ClassToken(
      List<Double> toPatches, List<Double> fromPatches, List<Double> toItself) {

    public ClassToken {
      toPatches = List.copyOf(toPatches);
      fromPatches = List.copyOf(fromPatches);
      toItself = List.copyOf(toItself);
    }
  }

  private static final int CLASS_ROWS = 3;

  public PositionBias {
    heads = List.copyOf(heads);
  }

  /**
   * From a {@code relative_position_bias_table}, [(2w-1)^2, heads] or [(2w-1)^2 + 3, heads]; empty
   * when it has another shape.
   */
  public static Optional<PositionBias> ofTable(TensorData table) {
    List<Long> shape = table.shape();
    if (shape.size() != 2 || table.elements() == 0) {
      return Optional.empty();
    }
    int rows = Math.toIntExact(shape.get(0));
    int heads = Math.toIntExact(shape.get(1));
    boolean plain = oddRoot(rows) > 0;
    int span = plain ? oddRoot(rows) : oddRoot(rows - CLASS_ROWS);
    if (span == 0) {
      return Optional.empty();
    }
    double[] values = table.doubles();
    return Optional.of(
        of(
            span,
            heads,
            (row, head) -> values[row * heads + head],
            plain ? Optional.empty() : Optional.of(classToken(values, rows, heads))));
  }

  /**
   * @param table bias by row of the table and head; row (i, j) in reading order is for a query that
   *     lies i - reach rows below and j - reach columns right of the key
   */
  static PositionBias of(int span, int heads, Grid.Cells table, Optional<ClassToken> classToken) {
    List<Grid> grids = new ArrayList<>();
    for (int head = 0; head < heads; head++) {
      int column = head;
      // The table counts from the key to the query, the map from the query to the key.
      grids.add(
          Grid.of(span, span, (r, c) -> table.at((span - 1 - r) * span + span - 1 - c, column)));
    }
    return new PositionBias((span - 1) / 2, grids, classToken);
  }

  private static ClassToken classToken(double[] values, int rows, int heads) {
    List<List<Double>> last = new ArrayList<>();
    for (int row = rows - CLASS_ROWS; row < rows; row++) {
      List<Double> perHead = new ArrayList<>();
      for (int head = 0; head < heads; head++) {
        perHead.add(values[row * heads + head]);
      }
      last.add(perHead);
    }
    return new ClassToken(last.get(0), last.get(1), last.get(2));
  }

  private static int oddRoot(int n) {
    int root = (int) Math.round(Math.sqrt(Math.max(0, n)));
    return root * root == n && root % 2 == 1 ? root : 0;
  }

  /** The bias of a head for a key that lies so far below and right of the query. */
  public double value(int head, int down, int right) {
    return heads.get(head).value(reach + down, reach + right);
  }
}
