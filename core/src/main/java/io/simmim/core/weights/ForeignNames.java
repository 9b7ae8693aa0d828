package io.simmim.core.weights;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.weights.KeyRow.Making;
import java.util.List;
import java.util.Map;

/**
 * Official weights under the names of another scheme: the inverse of {@link OfficialWeights}.
 *
 * @param scheme the names that were asked for
 * @param rows every tensor that has a place in the scheme
 * @param unmapped official names that have none: buffers that the other program computes itself,
 *     and what it does not know
 * @param tensors the tensors by their names in the scheme; one that has to be cut out or reordered
 *     is made anew each time it is asked for
 */
public record ForeignNames(
    NameScheme scheme, List<KeyRow> rows, List<String> unmapped, Map<String, TensorData> tensors) {

  public ForeignNames {
    rows = List.copyOf(rows);
    unmapped = List.copyOf(unmapped);
  }

  /**
   * Renames for {@code scheme}.
   *
   * @param official tensors by official name
   */
  public static ForeignNames of(NameScheme scheme, Map<String, TensorData> official) {
    return new ForeignNames(scheme, rows(official), List.of(), official);
  }

  private static List<KeyRow> rows(Map<String, TensorData> official) {
    return official.entrySet().stream()
        .map(
            entry ->
                new KeyRow(
                    entry.getKey(),
                    List.of(entry.getKey()),
                    entry.getValue().type(),
                    entry.getValue().shape(),
                    Making.SAME))
        .toList();
  }
}
