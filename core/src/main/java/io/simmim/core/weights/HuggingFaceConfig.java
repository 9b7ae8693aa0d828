package io.simmim.core.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code config.json} of a model of the transformers library says, by official keys.
 *
 * @param config nested by key; empty when it describes no model known here
 * @param classes names of a classifier's classes by index; empty when they have none
 * @param remark in what models here compute otherwise, as a sentence; empty when in nothing
 * @param problem why it gives no configuration, as a sentence; empty when it does
 */
record HuggingFaceConfig(
    Map<String, Object> config,
    List<String> classes,
    Optional<String> remark,
    Optional<String> problem) {

  /** Our own entry: the whole official configuration, as it was before a conversion. */
  static final String OFFICIAL = "simmim_config";

  HuggingFaceConfig {
    classes = List.copyOf(classes);
  }

  static HuggingFaceConfig of(Map<String, Object> json) {
    List<String> classes = classes(json);
    if (json.get(OFFICIAL) instanceof Map<?, ?> official) {
      Map<String, Object> config = new LinkedHashMap<>();
      official.forEach((key, value) -> config.put(String.valueOf(key), value));
      return new HuggingFaceConfig(config, classes, Optional.empty(), Optional.empty());
    }
    if (!json.containsKey("model_type")) { // timm's, which names a model and not its sizes
      return new HuggingFaceConfig(Map.of(), classes, Optional.empty(), Optional.empty());
    }
    HuggingFaceKeys keys = new HuggingFaceKeys(json);
    Map<String, Object> config =
        switch (String.valueOf(json.get("model_type"))) {
          case "swin" -> keys.swin("SWIN");
          case "swinv2" -> keys.swin("SWINV2");
          case "beit" -> keys.vit();
          default -> Map.of();
        };
    Optional<String> problem = config.isEmpty() ? Optional.of(unknown(json)) : keys.problem();
    return problem.isPresent()
        ? new HuggingFaceConfig(Map.of(), classes, Optional.empty(), problem)
        : new HuggingFaceConfig(config, classes, keys.remark(), problem);
  }

  private static String unknown(Map<String, Object> json) {
    return "Its config.json is of a model of type '%s'; only swin, swinv2 and beit are known here."
        .formatted(json.get("model_type"));
  }

  // LABEL_0, LABEL_1, ... is what the library writes when nobody gave names.
  private static List<String> classes(Map<String, Object> json) {
    Map<?, ?> byIndex = json.get("id2label") instanceof Map<?, ?> map ? map : Map.of();
    List<String> names = new ArrayList<>();
    for (int i = 0; byIndex.get(Integer.toString(i)) instanceof String name; i++) {
      names.add(name);
    }
    boolean whole = names.size() == byIndex.size();
    boolean generic =
        names.stream().allMatch(name -> name.toUpperCase(Locale.ROOT).matches("LABEL_\\d+"));
    return whole && !generic ? names : List.of();
  }
}
