package io.simmim.core.weights;

import io.simmim.core.checkpoint.SavedFile;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state dict in a file.
 *
 * @param entry top-level entry that holds it; empty when the file is one itself
 * @param weights its tensors by name
 * @param others everything else in the file, by top-level name
 */
record StoredWeights(String entry, Map<String, TensorData> weights, Map<String, Object> others) {

  private static final List<String> STATE_DICTS =
      List.of("model", "state_dict", "model_state_dict", "module");

  StoredWeights {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /**
   * Finds it.
   *
   * @throws CheckpointException when there is none
   */
  static StoredWeights in(SavedFile saved, Path file) throws CheckpointException {
    if (saved.root() instanceof Map<?, ?> root) {
      for (String entry : STATE_DICTS) {
        if (root.get(entry) instanceof Map<?, ?> state && holdsTensors(state)) {
          return of(root, entry, state);
        }
      }
      if (holdsTensors(root)) {
        return of(root, "", root);
      }
    }
    throw new CheckpointException(
        "'"
            + file
            + "' holds no tensors by name, so it is no checkpoint; name a file with a state dict,"
            + " alone or as its entry 'model'.");
  }

  private static boolean holdsTensors(Map<?, ?> map) {
    return map.values().stream().anyMatch(TensorData.class::isInstance);
  }

  private static StoredWeights of(Map<?, ?> root, String entry, Map<?, ?> state) {
    Map<String, TensorData> weights = new LinkedHashMap<>();
    Map<String, Object> beside = new LinkedHashMap<>();
    state.forEach(
        (name, value) -> {
          if (value instanceof TensorData tensor) {
            weights.put(String.valueOf(name), tensor);
          } else {
            beside.put(String.valueOf(name), value);
          }
        });
    return new StoredWeights(entry, weights, entry.isEmpty() ? beside : rest(root, entry, beside));
  }

  private static Map<String, Object> rest(
      Map<?, ?> root, String entry, Map<String, Object> besideWeights) {
    Map<String, Object> others = new LinkedHashMap<>();
    root.forEach((name, value) -> others.put(String.valueOf(name), value));
    if (besideWeights.isEmpty()) {
      others.remove(entry);
    } else {
      others.put(entry, besideWeights);
    }
    return others;
  }
}
