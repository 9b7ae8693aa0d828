package io.simmim.core.pretrained;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.config.ModelType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The classifier that weights are loaded into, as far as loading needs to know it.
 *
 * @param family decides the rules for tables of relative positions
 * @param tensors parameters and buffers by official name, in the order of {@code state_dict()}
 */
public record TargetModel(ModelType family, Map<String, Tensor> tensors) {

  /** The table of relative positions that all blocks of a ViT share. */
  static final String SHARED_TABLE = "rel_pos_bias.relative_position_bias_table";

  private static final Pattern CLASSIFIER = Pattern.compile("(head|fc_norm)\\..+");

  public TargetModel {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /**
   * One tensor of the model.
   *
   * @param shape sizes, empty for a scalar
   * @param buffer whether it is computed by the model itself and not learned
   */
  public record Tensor(List<Long> shape, ScalarType type, boolean buffer) {

    public Tensor {
      shape = List.copyOf(shape);
    }
  }

  /** Whether the model learns a tensor of this name. */
  boolean learns(String name) {
    return tensors.containsKey(name) && !tensors.get(name).buffer();
  }

  /**
   * Whether a file of pre-trained weights has to fill the tensor: the encoder yes, buffers and what
   * comes after pooling no.
   */
  boolean needs(String name) {
    return learns(name) && !isHead(name);
  }

  /** Whether a name belongs to the part that comes after pooling, which pre-training lacks. */
  static boolean isHead(String name) {
    return CLASSIFIER.matcher(name).matches();
  }
}
