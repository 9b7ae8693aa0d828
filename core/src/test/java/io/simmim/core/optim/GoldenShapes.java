package io.simmim.core.optim;

import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names and shapes as the golden files list them. */
final class GoldenShapes {

  private GoldenShapes() {}

  /** {@code param_shapes} of {@code C_*}: a list by name; {@code params} of F: a field by name. */
  static Map<String, Shape> of(JsonObject byName) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    byName
        .entrySet()
        .forEach(
            entry -> {
              JsonElement value = entry.getValue();
              shapes.put(
                  entry.getKey(),
                  shape(
                      value.isJsonArray()
                          ? value.getAsJsonArray()
                          : value.getAsJsonObject().getAsJsonArray("shape")));
            });
    return shapes;
  }

  static Set<String> words(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsString).collect(Collectors.toSet());
  }

  private static Shape shape(JsonArray sides) {
    return new Shape(sides.asList().stream().mapToLong(JsonElement::getAsLong).toArray());
  }
}
