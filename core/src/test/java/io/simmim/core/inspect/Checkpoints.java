package io.simmim.core.inspect;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TorchFile;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.weights.CheckpointFile;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Files made for tests. */
public final class Checkpoints {

  private Checkpoints() {}

  /** Writes any object as {@code torch.save} does. */
  public static Path write(Path file, Object root) throws Exception {
    try (OutputStream out = Files.newOutputStream(file)) {
      TorchFile.write(out, root);
    }
    return file;
  }

  /** A copy of a file with other weights and nothing else changed. */
  public static Path withWeights(Path original, Path copy, Consumer<Map<String, Object>> change)
      throws Exception {
    TrainingCheckpoint saved = CheckpointFile.open(original).training();
    Map<String, Object> model = new LinkedHashMap<>(saved.model());
    change.accept(model);
    new TrainingCheckpoint(
            model,
            saved.optimizer(),
            saved.lrScheduler(),
            saved.maxAccuracy(),
            saved.epoch(),
            saved.scaler(),
            saved.config(),
            saved.classes(),
            saved.position())
        .write(copy);
    return copy;
  }

  /** A float32 tensor of one dimension. */
  public static TensorData floats(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < values.length; i++) {
      bytes.putFloat(Float.BYTES * i, values[i]);
    }
    return new TensorData(
        io.simmim.core.checkpoint.ScalarType.FLOAT32, List.of((long) values.length), bytes);
  }
}
