package io.simmim.core.inspect;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.pretrained.TargetModel;
import io.simmim.core.weights.KeyRow;
import io.simmim.core.weights.OfficialWeights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file's weights beside the tensors of a model.
 *
 * @param expected tensors of the model
 * @param matched how many of them the file has with this shape, and with this type or one that
 *     becomes it
 * @param missing learned tensors that the file lacks
 * @param missingBuffers computed tensors that the file lacks; every model makes its own
 * @param differing tensors of another shape or type
 * @param unexpected tensors of the file that the model does not have
 * @param converted how many of the matched ones have another floating-point type than float32
 */
public record Fit(
    int expected,
    int matched,
    List<String> missing,
    List<String> missingBuffers,
    List<Misfit> differing,
    List<String> unexpected,
    int converted) {

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

  /**
   * Compares.
   *
   * @param expected parameters and buffers of the model by official name
   */
  public static Fit of(OfficialWeights weights, Map<String, TargetModel.Tensor> expected) {
    Map<String, KeyRow> rows = new LinkedHashMap<>();
    weights.rows().forEach(row -> rows.put(row.official(), row));
    int converted = 0;
    List<String> missing = new ArrayList<>();
    List<String> missingBuffers = new ArrayList<>();
    List<Misfit> differing = new ArrayList<>();
    for (Map.Entry<String, TargetModel.Tensor> entry : expected.entrySet()) {
      String name = entry.getKey();
      TargetModel.Tensor tensor = entry.getValue();
      KeyRow found = rows.get(name);
      if (found == null) {
        (tensor.buffer() ? missingBuffers : missing).add(name);
      } else if (!found.shape().equals(tensor.shape()) || !becomes(found.type(), tensor.type())) {
        String needed = tensor.type() + tensor.shape().toString();
        differing.add(new Misfit(name, needed, found.type() + found.shape().toString()));
      } else if (found.type() != tensor.type()) {
        converted++;
      }
    }
    List<String> unexpected =
        Stream.concat(
                rows.keySet().stream().filter(name -> !expected.containsKey(name)),
                weights.unmapped().stream())
            .toList();
    int absent = missing.size() + missingBuffers.size() + differing.size();
    return new Fit(
        expected.size(),
        expected.size() - absent,
        missing,
        missingBuffers,
        differing,
        unexpected,
        converted);
  }

  private static boolean becomes(ScalarType found, ScalarType needed) {
    return found == needed || (needed == ScalarType.FLOAT32 && found.isFloat());
  }

  /** Whether the model can be loaded from the file as it is; buffers may be missing. */
  public boolean isExact() {
    return missing.isEmpty() && differing.isEmpty() && unexpected.isEmpty();
  }
}
