package io.simmim.core.weights;

import io.simmim.core.checkpoint.SavedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is there beside the weights.
 *
 * @param entries by top-level name
 * @param remark in what models here compute otherwise than a configuration wants, as a sentence
 * @param problem why a configuration gives none here, as a sentence
 */
record Beside(Map<String, Object> entries, Optional<String> remark, Optional<String> problem) {

  static final String OWN_METADATA = "simmim";
  static final String CONFIG = "config";
  static final String CLASSES = "classes";

  /** In a folder: its {@code config.json}, and what that says in official words. */
  static Beside in(WeightsFolder folder) {
    HuggingFaceConfig known = HuggingFaceConfig.of(folder.config());
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("config.json", folder.config());
    entries.put(CONFIG, known.config());
    entries.put(CLASSES, known.classes());
    entries.values().removeIf(value -> value.equals(Map.of()) || value.equals(List.of()));
    return new Beside(entries, known.remark(), known.problem());
  }

  /** In a file; a safetensors file of this program has the configuration among its texts. */
  static Beside in(SavedFile saved, StoredWeights stored) {
    Map<String, Object> entries = new LinkedHashMap<>(stored.others());
    saved
        .metadata()
        .forEach(
            (key, text) -> {
              if (key.equals(OWN_METADATA)) {
                JsonFile.parse(text).ifPresent(entries::putAll);
              } else if (!key.equals("format")) {
                entries.putIfAbsent(key, text);
              }
            });
    return new Beside(entries, Optional.empty(), Optional.empty());
  }
}
