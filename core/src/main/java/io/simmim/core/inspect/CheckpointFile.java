package io.simmim.core.inspect;

import io.simmim.core.checkpoint.SavedFile;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.fault.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a file, with its weights found. This is the only place here that reads one.
 *
 * @param bytes size of the file
 * @param weightsEntry top-level entry that holds the state dict; empty when the file is one itself
 * @param weights tensors by name, as views of the mapped file
 * @param entries everything that is not the weights, by top-level name
 * @param training the official entries, when there is a {@code model}
 */
public record CheckpointFile(
    Path path,
    long bytes,
    String weightsEntry,
    Map<String, TensorData> weights,
    Map<String, Object> entries,
    Optional<TrainingCheckpoint> training) {

  private static final String MODEL = "model";
  private static final List<String> STATE_DICTS =
      List.of(MODEL, "state_dict", "model_state_dict", "module");

  public CheckpointFile {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /**
   * Opens a file.
   *
   * @throws CheckpointException when it is missing, damaged, of another format or without tensors
   */
  public static CheckpointFile open(Path file) throws CheckpointException {
    if (SavedFile.read(file).root() instanceof Map<?, ?> root) {
      for (String entry : STATE_DICTS) {
        if (root.get(entry) instanceof Map<?, ?> state && holdsTensors(state)) {
          return of(file, root, entry, state);
        }
      }
      if (holdsTensors(root)) {
        return of(file, root, "", root);
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

  private static CheckpointFile of(Path file, Map<?, ?> root, String entry, Map<?, ?> state)
      throws CheckpointException {
    Map<String, TensorData> weights = new LinkedHashMap<>();
    Map<String, Object> others = new LinkedHashMap<>();
    state.forEach(
        (name, value) -> {
          if (value instanceof TensorData tensor) {
            weights.put(String.valueOf(name), tensor);
          } else {
            others.put(String.valueOf(name), value);
          }
        });
    if (!entry.isEmpty()) {
      Map<String, Object> noTensors = new LinkedHashMap<>(others);
      others.clear();
      root.forEach((name, value) -> others.put(String.valueOf(name), value));
      if (noTensors.isEmpty()) {
        others.remove(entry);
      } else {
        others.put(entry, noTensors);
      }
    }
    Optional<TrainingCheckpoint> training =
        entry.equals(MODEL) ? Optional.of(TrainingCheckpoint.of(root, file)) : Optional.empty();
    return new CheckpointFile(file, size(file), entry, weights, others, training);
  }

  private static long size(Path file) throws CheckpointException {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new CheckpointException(
          "Checkpoint '" + file + "' cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** The configuration in the file, nested by key; empty when there is none. */
  public Map<String, Object> config() {
    return training.map(TrainingCheckpoint::config).orElse(Map.of());
  }
}
