package io.simmim.core.weights;

import io.simmim.core.checkpoint.ScalarType;
import java.util.List;

/**
 * One tensor of the official scheme and where it is in another.
 *
 * @param official its official name
 * @param others its names in the other scheme; more than one where that one cuts it into parts,
 *     then in the order in which they are joined
 * @param type element type
 * @param shape official sizes
 * @param making how it comes from the others
 */
public record KeyRow(
    String official, List<String> others, ScalarType type, List<Long> shape, Making making) {

  public KeyRow {
    others = List.copyOf(others);
    shape = List.copyOf(shape);
  }

  /** What lies between a tensor and its counterpart. */
  public enum Making {
    SAME("same"),
    RENAMED("renamed"),
    JOINED("parts joined"),
    REORDERED("columns reordered");

    private final String text;

    Making(String text) {
      this.text = text;
    }

    /** The phrase shown to people. */
    public String text() {
      return text;
    }
  }
}
