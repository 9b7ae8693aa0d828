package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorBytes;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.tensor.TorchEngine;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Copies stored tensors into the engine through one buffer, as large as the largest of them, so
 * that loading costs no second copy of a file and the engine never reads a mapped file itself.
 * Other floating-point types than float32 become float32 on the way.
 */
public final class TensorLoader {

  private final TorchEngine engine;
  private final ByteBuffer buffer;
  private final Map<ScalarType, Integer> converted = new EnumMap<>(ScalarType.class);

  /** {@code targets} are all arrays that will be copied into. */
  public TensorLoader(TorchEngine engine, Collection<NDArray> targets) {
    this.engine = engine;
    int largest = targets.stream().mapToInt(TensorLoader::bytes).max().orElse(0);
    this.buffer = ByteBuffer.allocateDirect(largest).order(ByteOrder.nativeOrder());
  }

  private static int bytes(NDArray array) {
    return Math.toIntExact(array.size() * StateDict.scalarType(array.getDataType()).bytes());
  }

  /**
   * Copies one saved tensor over {@code target}.
   *
   * @param name of the tensor, for messages
   * @throws CheckpointException when it has another shape, or a type that is not the target's and
   *     does not become it; or when its file ends meanwhile
   */
  public void copy(NDArray target, TensorData data, String name) throws CheckpointException {
    requireFitting(target, data, name);
    ByteBuffer slice = buffer.slice(0, bytes(target)).order(ByteOrder.nativeOrder());
    try {
      if (data.type() == StateDict.scalarType(target.getDataType())) {
        data.copyTo(slice.duplicate());
      } else {
        data.copyTo(slice.asFloatBuffer());
        converted.merge(data.type(), 1, Integer::sum);
      }
    } catch (UncheckedIOException e) {
      throw TensorBytes.refusal(e);
    }
    engine.script().copy(target, slice);
  }

  private static void requireFitting(NDArray target, TensorData data, String name)
      throws CheckpointException {
    List<Long> shape = StateDict.shape(target);
    ScalarType type = StateDict.scalarType(target.getDataType());
    boolean becomes = type == data.type() || (type == ScalarType.FLOAT32 && data.type().isFloat());
    if (!becomes || !shape.equals(data.shape())) {
      throw new CheckpointException(
          "In the checkpoint, "
              + name
              + " is "
              + data.type()
              + data.shapeText()
              + ", but this model needs "
              + type
              + shape
              + "; use the configuration that it was trained with"
              + (name.endsWith(".attn_mask") ? ", above all its DATA.IMG_SIZE." : "."));
    }
  }

  /** A sentence for each element type that was converted. */
  public List<String> remarks() {
    return converted.entrySet().stream()
        .map(
            entry ->
                "%d tensors of the checkpoint are %s and %s float32."
                    .formatted(
                        entry.getValue(),
                        entry.getKey().name().toLowerCase(Locale.ROOT),
                        entry.getKey() == ScalarType.FLOAT64 ? "were rounded to" : "became"))
        .toList();
  }
}
