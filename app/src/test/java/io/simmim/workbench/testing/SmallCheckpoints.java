package io.simmim.workbench.testing;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.fault.CheckpointException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Checkpoints of a few numbers, told apart by the names of their tensors as real ones are. */
public final class SmallCheckpoints {

  private SmallCheckpoints() {}

  /** Writes one of a pre-training. */
  public static Path pretraining(Path file, int epoch) throws CheckpointException {
    return write(file, Map.of("encoder.norm.bias", zeros(4), "mask_token", zeros(4)), epoch, 0);
  }

  /** Writes one of a classifier. */
  public static Path classifier(Path file, int classes, int epoch, double accuracy)
      throws CheckpointException {
    return write(
        file, Map.of("norm.bias", zeros(4), "head.weight", zeros(classes, 4)), epoch, accuracy);
  }

  private static Path write(Path file, Map<String, Object> model, int epoch, double accuracy)
      throws CheckpointException {
    new TrainingCheckpoint(
            model,
            Map.of(),
            Map.of(),
            accuracy,
            epoch,
            Map.of(),
            Map.of(),
            List.of(),
            Optional.empty())
        .write(file);
    return file;
  }

  private static TensorData zeros(int... sides) {
    int size = IntStream.of(sides).reduce(1, (a, b) -> a * b);
    return new TensorData(
        ScalarType.FLOAT32,
        IntStream.of(sides).mapToObj(side -> (long) side).toList(),
        ByteBuffer.allocate(size * Float.BYTES));
  }
}
