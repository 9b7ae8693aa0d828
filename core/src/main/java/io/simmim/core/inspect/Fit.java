package io.simmim.core.inspect;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.pretrained.TargetModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file's weights beside the tensors of a model.
 *
 * @param expected tensors of the model
 * @param matched how many of them the file has with this shape and type
 * @param missing learned tensors that the file lacks
 * @param missingBuffers computed tensors that the file lacks; every model makes its own
 * @param differing tensors of another shape or type
 * @param unexpected tensors of the file that the model does not have
 */
public record Fit(
    int expected,
    int matched,
    List<String> missing,
    List<String> missingBuffers,
    List<Misfit> differing,
    List<String> unexpected) {

  /**
   * A tensor that the file has otherwise than the model needs it.
   *
   * @param needed type and shape of the model, such as {@code FLOAT32[2, 3]}
   * @param found the same of the file
   */
  public record Misfit(String name, String needed, String found) {}

  public Fit {
    missing = List.copyOf(missing);
    missingBuffers = List.copyOf(missingBuffers);
    differing = List.copyOf(differing);
    unexpected = List.copyOf(unexpected);
  }

  static Fit of(Map<String, TensorData> weights, Map<String, TargetModel.Tensor> expected) {
    List<String> missing = new ArrayList<>();
    List<String> missingBuffers = new ArrayList<>();
    List<Misfit> differing = new ArrayList<>();
    expected.forEach(
        (name, tensor) -> {
          TensorData found = weights.get(name);
          if (found == null) {
            (tensor.buffer() ? missingBuffers : missing).add(name);
          } else if (!found.shape().equals(tensor.shape()) || found.type() != tensor.type()) {
            String needed = tensor.type() + tensor.shape().toString();
            differing.add(new Misfit(name, needed, found.type() + found.shapeText()));
          }
        });
    List<String> unexpected =
        weights.keySet().stream().filter(name -> !expected.containsKey(name)).toList();
    int absent = missing.size() + missingBuffers.size() + differing.size();
    return new Fit(
        expected.size(), expected.size() - absent, missing, missingBuffers, differing, unexpected);
  }

  /** Whether the model can be loaded from the file as it is. */
  public boolean isExact() {
    return matched == expected && unexpected.isEmpty();
  }
}
