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
 * @param tensors the tensors by their names in the scheme; one that has to be reordered is made
 *     anew each time it is asked for
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
   * @param official tensors by official name, as {@link OfficialWeights} gives them
   */
  public static ForeignNames of(NameScheme scheme, Map<String, TensorData> official) {
    return Recognition.forOfficial(scheme, official.keySet())
        .map(dialect -> new Writing(dialect, official).result())
        .orElseGet(() -> same(scheme, official));
  }

  private static ForeignNames same(NameScheme scheme, Map<String, TensorData> official) {
    List<KeyRow> rows =
        official.entrySet().stream().map(e -> same(e.getKey(), e.getValue())).toList();
    return new ForeignNames(scheme, rows, List.of(), official);
  }

  private static KeyRow same(String name, TensorData tensor) {
    return new KeyRow(name, List.of(name), tensor.type(), tensor.shape(), Making.SAME);
  }
}
