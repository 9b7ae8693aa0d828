package io.simmim.core.weights;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.weights.KeyRow.Making;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The weights of a file under their official names, whoever wrote them.
 *
 * @param scheme the names in the file
 * @param rows every tensor that has an official name, in the order of the file
 * @param unmapped names in the file that have none
 * @param tensors the tensors by official name, in the order of {@code rows}; one that has to be
 *     joined or reordered is made anew each time it is asked for
 */
public record OfficialWeights(
    NameScheme scheme, List<KeyRow> rows, List<String> unmapped, Map<String, TensorData> tensors) {

  private static final String PARALLEL = "module.";

  public OfficialWeights {
    rows = List.copyOf(rows);
    unmapped = List.copyOf(unmapped);
  }

  /**
   * Finds the official names.
   *
   * @param weights tensors by their names in the file
   */
  public static OfficialWeights of(Map<String, TensorData> weights) {
    List<KeyRow> rows = new ArrayList<>();
    List<String> unmapped = new ArrayList<>();
    Map<String, Supplier<TensorData>> makers = new LinkedHashMap<>();
    weights.forEach(
        (name, tensor) -> {
          String official = PublishedNames.current(withoutParallel(name));
          if (makers.putIfAbsent(official, () -> tensor) == null) {
            Making making = official.equals(name) ? Making.SAME : Making.RENAMED;
            rows.add(new KeyRow(official, List.of(name), tensor.type(), tensor.shape(), making));
          } else {
            unmapped.add(name);
          }
        });
    return new OfficialWeights(NameScheme.OFFICIAL, rows, unmapped, new LazyTensors(makers));
  }

  private static String withoutParallel(String name) {
    return name.startsWith(PARALLEL) ? name.substring(PARALLEL.length()) : name;
  }
}
