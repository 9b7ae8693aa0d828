package io.simmim.workbench.testing;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TorchFile;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;

/** A file with tensors made of formulas. */
public final class TensorFixture {

  private final Map<String, TensorData> tensors = new LinkedHashMap<>();

  /** Adds a float32 tensor whose values depend on their place in reading order. */
  public TensorFixture with(String name, IntToDoubleFunction value, long... shape) {
    int size = Math.toIntExact(LongStream.of(shape).reduce(1, (a, b) -> a * b));
    ByteBuffer bytes = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < size; i++) {
      bytes.putFloat(i * Float.BYTES, (float) value.applyAsDouble(i));
    }
    tensors.put(
        name, new TensorData(ScalarType.FLOAT32, LongStream.of(shape).boxed().toList(), bytes));
    return this;
  }

  /** Writes them as a state dict. */
  public Path write(Path file) throws Exception {
    try (OutputStream out = Files.newOutputStream(file)) {
      TorchFile.write(out, tensors);
    }
    return file;
  }
}
