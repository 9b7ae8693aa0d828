package io.simmim.core.weights;

import io.simmim.core.checkpoint.SavedFile;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A folder as {@code save_pretrained} of the transformers library writes it: the configuration in
 * {@code config.json}, and the weights in one file or, by an index, in several.
 *
 * @param files the files with weights, in order
 * @param config {@code config.json}, parsed; empty when there is none
 */
record WeightsFolder(Path folder, List<Path> files, Map<String, Object> config) {

  private static final String CONFIG = "config.json";
  private static final List<String> WEIGHTS = List.of("model.safetensors", "pytorch_model.bin");
  private static final String INDEX = ".index.json";

  /** Without folders, control characters and all else that leads elsewhere or confuses. */
  private static final String PLAIN_NAME = "[\\w.-]{1,200}";

  WeightsFolder {
    files = List.copyOf(files);
  }

  /**
   * Finds what is in a folder.
   *
   * @throws CheckpointException when it holds no weights, or not all that its index names
   */
  static WeightsFolder of(Path folder) throws CheckpointException {
    for (String name : WEIGHTS) {
      if (Files.isRegularFile(folder.resolve(name))) {
        return new WeightsFolder(folder, List.of(folder.resolve(name)), config(folder));
      }
      if (Files.isRegularFile(folder.resolve(name + INDEX))) {
        return new WeightsFolder(folder, parts(folder, name + INDEX), config(folder));
      }
    }
    throw new CheckpointException(
        "Folder '"
            + folder
            + "' holds no weights under the names that Hugging Face gives them ("
            + String.join(", ", WEIGHTS)
            + "); name a checkpoint file, or download the folder again.");
  }

  /** The folder around a file that is the whole of its weights; empty for any other file. */
  static Optional<WeightsFolder> around(Path file) throws CheckpointException {
    Path folder = file.toAbsolutePath().getParent();
    boolean whole = WEIGHTS.contains(String.valueOf(file.getFileName()));
    return whole && Files.isRegularFile(folder.resolve(CONFIG))
        ? Optional.of(new WeightsFolder(folder, List.of(file), config(folder)))
        : Optional.empty();
  }

  private static Map<String, Object> config(Path folder) throws CheckpointException {
    Path file = folder.resolve(CONFIG);
    return Files.isRegularFile(file) ? JsonFile.read(file) : Map.of();
  }

  private static List<Path> parts(Path folder, String index) throws CheckpointException {
    Path file = folder.resolve(index);
    Collection<?> named =
        JsonFile.read(file).get("weight_map") instanceof Map<?, ?> map ? map.values() : List.of();
    List<Path> parts = new ArrayList<>();
    for (String name : new TreeSet<>(named.stream().map(String::valueOf).toList())) {
      if (!name.matches(PLAIN_NAME)) {
        throw new CheckpointException(
            "'" + file + "' names a part otherwise than by a plain file name; use another copy.");
      }
      if (!Files.isRegularFile(folder.resolve(name))) {
        throw new CheckpointException(
            "'" + file + "' names the part '" + name + "', which is not beside it; download it.");
      }
      parts.add(folder.resolve(name));
    }
    if (parts.isEmpty()) {
      throw new CheckpointException("'" + file + "' names no file with weights; use another copy.");
    }
    return parts;
  }

  /** The files with weights, opened, in order. */
  Map<Path, SavedFile> peek() throws CheckpointException {
    Map<Path, SavedFile> opened = new LinkedHashMap<>();
    for (Path file : files) {
      opened.put(file, SavedFile.peek(file));
    }
    return opened;
  }

  /** All weights, as one state dict. */
  StoredWeights weights(Map<Path, SavedFile> opened) throws CheckpointException {
    Map<String, TensorData> all = new LinkedHashMap<>();
    for (Map.Entry<Path, SavedFile> file : opened.entrySet()) {
      StoredWeights part = StoredWeights.in(file.getValue(), file.getKey());
      for (Map.Entry<String, TensorData> entry : part.weights().entrySet()) {
        if (all.putIfAbsent(entry.getKey(), entry.getValue()) != null) {
          throw new CheckpointException(
              "'"
                  + folder
                  + "' holds the tensor '"
                  + entry.getKey()
                  + "' twice; use another copy.");
        }
      }
    }
    return new StoredWeights("", all, Map.of());
  }
}
