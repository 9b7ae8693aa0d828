package io.simmim.core.inspect;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.weights.PublishedNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shapes of a file's weights by the names that a classifier gives them: without {@code module.} and
 * {@code encoder.}, and with today's names for renamed tensors.
 */
final class Shapes {

  private static final String PARALLEL = "module.";
  private static final String ENCODER = "encoder.";
  private static final int MOST_LAYERS = 1000;

  private final Map<String, List<Long>> shapes = new LinkedHashMap<>();
  private final boolean inEncoder;

  Shapes(Map<String, TensorData> weights) {
    Map<String, TensorData> today = today(weights);
    inEncoder = today.keySet().stream().anyMatch(name -> name.startsWith(ENCODER));
    today.forEach((name, tensor) -> shapes.put(bare(name), tensor.shape()));
  }

  /** Weights under their names of today and without the prefix of data-parallel training. */
  static Map<String, TensorData> today(Map<String, TensorData> weights) {
    Map<String, TensorData> renamed = new LinkedHashMap<>();
    weights.forEach(
        (name, tensor) -> {
          String alone = name.startsWith(PARALLEL) ? name.substring(PARALLEL.length()) : name;
          renamed.put(PublishedNames.current(alone), tensor);
        });
    return renamed;
  }

  private static String bare(String name) {
    return name.startsWith(ENCODER) ? name.substring(ENCODER.length()) : name;
  }

  /** Whether the encoder's names had the prefix that pre-training gives them. */
  boolean inEncoder() {
    return inEncoder;
  }

  boolean has(String name) {
    return shapes.containsKey(name);
  }

  /** Length of one dimension; 0 when the tensor is not there or has fewer dimensions. */
  long size(String name, int dimension) {
    List<Long> shape = shapes.getOrDefault(name, List.of());
    return dimension < shape.size() ? shape.get(dimension) : 0;
  }

  /** How many of {@code prefix + 0 + suffix, prefix + 1 + suffix, ...} are there in a row. */
  int count(String prefix, String suffix) {
    int count = 0;
    while (count < MOST_LAYERS && has(prefix + count + suffix)) {
      count++;
    }
    return count;
  }

  /** The whole number whose square is {@code n}; 0 when there is none. */
  static long root(long n) {
    long root = n < 0 ? 0 : Math.round(Math.sqrt((double) n));
    return root * root == n ? root : 0;
  }
}
