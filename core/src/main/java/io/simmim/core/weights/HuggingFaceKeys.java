package io.simmim.core.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Entries of {@code config.json} under the keys of the official configuration. An entry that is
 * left out there has the value that the transformers library (5.18) gives it.
 */
final class HuggingFaceKeys {

  private final Map<String, Object> json;
  private final List<String> problems = new ArrayList<>();
  private Optional<String> remark = Optional.empty();

  HuggingFaceKeys(Map<String, Object> json) {
    this.json = json;
  }

  /** {@code SwinConfig} or {@code Swinv2Config}. */
  Map<String, Object> swin(String section) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("PATCH_SIZE", side("patch_size", 4));
    keys.put("IN_CHANS", get("num_channels", 3L));
    keys.put("EMBED_DIM", get("embed_dim", 96L));
    keys.put("DEPTHS", get("depths", List.of(2L, 2L, 6L, 2L)));
    keys.put("NUM_HEADS", get("num_heads", List.of(3L, 6L, 12L, 24L)));
    keys.put("WINDOW_SIZE", side("window_size", 7));
    keys.put("MLP_RATIO", number("mlp_ratio", 4));
    keys.put("QKV_BIAS", get("qkv_bias", true));
    keys.put("APE", get("use_absolute_embeddings", false));
    keys.put("PATCH_NORM", true);
    if (section.equals("SWINV2")) {
      keys.put("PRETRAINED_WINDOW_SIZES", get("pretrained_window_sizes", List.of(0L, 0L, 0L, 0L)));
    }
    requireEpsilon(1e-5, 1e-5);
    return config(section, keys);
  }

  /** {@code BeitConfig}. */
  Map<String, Object> vit() {
    double width = number("hidden_size", 768);
    double scale = number("layer_scale_init_value", 0.1);
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("PATCH_SIZE", side("patch_size", 16));
    keys.put("IN_CHANS", get("num_channels", 3L));
    keys.put("EMBED_DIM", get("hidden_size", 768L));
    keys.put("DEPTH", get("num_hidden_layers", 12L));
    keys.put("NUM_HEADS", get("num_attention_heads", 12L));
    keys.put("MLP_RATIO", number("intermediate_size", 3072) / width);
    keys.put("QKV_BIAS", true);
    keys.put("INIT_VALUES", scale > 0 ? scale : null);
    keys.put("USE_APE", get("use_absolute_position_embeddings", false));
    keys.put("USE_RPB", get("use_relative_position_bias", false));
    keys.put("USE_SHARED_RPB", get("use_shared_relative_position_bias", false));
    keys.put("USE_MEAN_POOLING", get("use_mean_pooling", true));
    requireEpsilon(1e-6, 1e-12);
    return config("VIT", keys);
  }

  private void requireEpsilon(double ours, double otherwise) {
    double theirs = number("layer_norm_eps", otherwise);
    if (theirs != ours) {
      remark =
          Optional.of(
              "Its config.json has an epsilon of %s in layer norms, where models here have %s, so results differ a little."
                  .formatted(theirs, ours));
    }
  }

  private Map<String, Object> config(String section, Map<String, Object> keys) {
    Object activation = get("hidden_act", "gelu");
    if (!activation.equals("gelu")) {
      problems.add("its activation is " + activation + " and not the exact gelu");
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("TYPE", section.toLowerCase(Locale.ROOT));
    model.put("NAME", "simmim_" + section.toLowerCase(Locale.ROOT));
    model.put("NUM_CLASSES", labels());
    model.put("DROP_RATE", number("hidden_dropout_prob", 0));
    model.put("DROP_PATH_RATE", number("drop_path_rate", 0.1));
    model.put(section, keys);
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("MODEL", model);
    config.put("DATA", Map.of("IMG_SIZE", side("image_size", 224)));
    return config;
  }

  // Two where none are given.
  private Object labels() {
    return json.get("id2label") instanceof Map<?, ?> names && !names.isEmpty()
        ? (Object) (long) names.size()
        : get("num_labels", 2L);
  }

  private Object get(String key, Object otherwise) {
    Object value = json.get(key);
    return value == null ? otherwise : value;
  }

  private double number(String key, double otherwise) {
    return get(key, otherwise) instanceof Number number ? number.doubleValue() : otherwise;
  }

  /** A length that may be given once for each axis. */
  private Object side(String key, long otherwise) {
    Object value = get(key, otherwise);
    if (value instanceof List<?> sides && !sides.isEmpty()) {
      if (sides.stream().distinct().count() > 1) {
        problems.add("its " + key + " " + sides + " is not square");
      }
      return sides.get(0);
    }
    return value;
  }

  /** In what models here compute otherwise, as a sentence. */
  Optional<String> remark() {
    return remark;
  }

  /** What models here cannot do as the file wants it, as a sentence. */
  Optional<String> problem() {
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of("The model of its config.json is none here: " + problems.get(0) + ".");
  }
}
