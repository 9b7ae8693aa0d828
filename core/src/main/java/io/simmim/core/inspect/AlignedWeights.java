package io.simmim.core.inspect;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.weights.CheckpointFile;
import io.simmim.core.weights.KeyRow;
import io.simmim.core.weights.LazyTensors;
import io.simmim.core.weights.OfficialWeights;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The weights of files that give one tensor several names, by names that can be compared. */
final class AlignedWeights {

  private AlignedWeights() {}

  /** Whether names are of two schemes, or spelled or prefixed in two ways. */
  static boolean areNamedOtherwise(OfficialWeights a, OfficialWeights b) {
    Map<String, List<String>> names = new HashMap<>();
    a.rows().forEach(row -> names.put(row.official(), row.others()));
    return a.scheme() != b.scheme()
        || b.rows().stream().anyMatch(row -> differ(names.get(row.official()), row));
  }

  private static boolean differ(List<String> names, KeyRow row) {
    return names != null && !names.equals(row.others());
  }

  /** By official name, made when asked for; what has none keeps its name. */
  static Map<String, TensorData> of(CheckpointFile file) {
    Map<String, TensorData> official = file.official().tensors();
    Map<String, Supplier<TensorData>> makers = new LinkedHashMap<>();
    official.keySet().forEach(name -> makers.put(name, () -> official.get(name)));
    for (String name : file.official().unmapped()) {
      String free = name;
      while (makers.containsKey(free)) {
        free += " (as in the file)";
      }
      makers.put(free, () -> file.weights().get(name));
    }
    return new LazyTensors(makers);
  }
}
