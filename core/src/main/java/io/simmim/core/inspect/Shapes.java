package io.simmim.core.inspect;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.weights.OfficialWeights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shapes of a file's weights by the names that a classifier gives them: the official ones without
 * {@code encoder.}.
 */
final class Shapes {

  private static final String ENCODER = "encoder.";
  private static final int MOST_LAYERS = 1000;

  private final Map<String, List<Long>> shapes = new LinkedHashMap<>();
  private final Map<String, TensorData> tensors;
  private final boolean inEncoder;

  Shapes(OfficialWeights weights) {
    tensors = weights.tensors();
    inEncoder = weights.rows().stream().anyMatch(row -> row.official().startsWith(ENCODER));
    weights.rows().forEach(row -> shapes.put(bare(row.official()), row.shape()));
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

  /** The tensor itself, by the name that a classifier gives it. */
  Optional<TensorData> tensor(String name) {
    return Optional.ofNullable(tensors.get(inEncoder ? ENCODER + name : name));
  }

  /** Length of one dimension; 0 when the tensor is not there or has fewer dimensions. */
  long size(String name, int dimension) {
    List<Long> shape = shapes.getOrDefault(name, List.of());
    return dimension < shape.size() ? shape.get(dimension) : 0;
  }

  /** How many blocks are numbered in a row after a prefix; one may lack some of its tensors. */
  int blocks(String prefix) {
    int count = 0;
    while (count < MOST_LAYERS && hasBlock(prefix + count)) {
      count++;
    }
    return count;
  }

  private boolean hasBlock(String name) {
    return has(name + ".norm1.weight") || has(name + ".attn.qkv.weight");
  }

  /** The whole number whose square is {@code n}; 0 when there is none. */
  static long root(long n) {
    long root = n < 0 ? 0 : Math.round(Math.sqrt((double) n));
    return root * root == n ? root : 0;
  }
}
