package io.simmim.core.pretrained;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.weights.PublishedNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The tensors of a file under the names that a classifier gives them (official {@code
 * load_pretrained}): the prefixes {@code module.} and {@code encoder.} are cut off, and with them
 * goes what a pre-training has beside its encoder.
 *
 * @param tensors learned tensors by name; buffers are not among them, since every model computes
 *     its own
 * @param pretraining whether the file came from a pre-training
 */
record EncoderState(Map<String, TensorData> tensors, boolean pretraining) {

  private static final String PARALLEL = "module.";
  private static final String ENCODER = "encoder.";
  private static final Set<String> BUFFERS =
      Set.of("relative_position_index", "relative_coords_table", "attn_mask");

  /**
   * Takes over a state dict.
   *
   * @throws CheckpointException when an entry is not a tensor
   */
  static EncoderState of(Map<String, ?> saved, String source) throws CheckpointException {
    boolean pretraining =
        saved.keySet().stream()
            .map(EncoderState::withoutParallel)
            .anyMatch(EncoderState::inEncoder);
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, ?> entry : saved.entrySet()) {
      String name = withoutParallel(entry.getKey());
      if (isBuffer(name) || (pretraining && !inEncoder(name))) {
        continue;
      }
      if (!(entry.getValue() instanceof TensorData tensor)) {
        throw new CheckpointException(
            "In checkpoint '" + source + "', " + entry.getKey() + " is not a tensor.");
      }
      String bare = pretraining ? name.substring(ENCODER.length()) : name;
      tensors.put(PublishedNames.current(bare), tensor);
    }
    return new EncoderState(tensors, pretraining);
  }

  private static String withoutParallel(String name) {
    return name.startsWith(PARALLEL) ? name.substring(PARALLEL.length()) : name;
  }

  private static boolean inEncoder(String name) {
    return name.startsWith(ENCODER);
  }

  private static boolean isBuffer(String name) {
    return BUFFERS.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
