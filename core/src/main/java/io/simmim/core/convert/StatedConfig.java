package io.simmim.core.convert;

import io.simmim.core.config.ExperimentConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of the configuration of a model whose training is not: defaults of all other keys
 * would read as if they had been trained with.
 */
final class StatedConfig {

  private static final String MODEL = "MODEL";
  private static final String TARGET = "SIMMIM";

  private StatedConfig() {}

  /**
   * Model and data, nested by key.
   *
   * @param targetStated whether the file says what pre-training reconstructed; otherwise it stays
   *     open unless the configuration departs from raw pixels
   */
  static Map<String, Object> of(ExperimentConfig config, boolean targetStated) {
    Map<String, Object> known = new LinkedHashMap<>(config.values().toNested());
    known.keySet().retainAll(List.of(MODEL, "DATA"));
    boolean open = !targetStated && !config.model().simmim().normTarget().enable();
    if (open && known.get(MODEL) instanceof Map<?, ?> model) {
      Map<Object, Object> rest = new LinkedHashMap<>(model);
      rest.remove(TARGET);
      known.put(MODEL, rest);
    }
    return known;
  }
}
