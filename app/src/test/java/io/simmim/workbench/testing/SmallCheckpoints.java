package io.simmim.workbench.testing;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.inspect.ExpectedTensors;
import io.simmim.core.pretrained.TargetModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Checkpoints of whole models that are as small as models can be, with random values. */
public final class SmallCheckpoints {

  private static final float SPREAD = 0.05f;

  private SmallCheckpoints() {}

  /** The model of all of them: a Swin that is 3 wide, with one block a stage, for 64 pixels. */
  public static ExperimentConfig config() {
    return ExperimentConfig.defaults()
        .with("MODEL.NAME", "tiny")
        .with("MODEL.TYPE", "swin")
        .with("DATA.IMG_SIZE", 64)
        .with("DATA.MASK_PATCH_SIZE", 16)
        .with("MODEL.SWIN.EMBED_DIM", 3)
        .with("MODEL.SWIN.DEPTHS", List.of(1, 1, 1, 1))
        .with("MODEL.SWIN.NUM_HEADS", List.of(1, 1, 1, 1))
        .with("MODEL.SWIN.WINDOW_SIZE", 2);
  }

  /** Writes one of a pre-training. */
  public static Path pretraining(Path file, int epoch) throws CheckpointException {
    return write(file, pretrainingWeights(epoch), epoch, 0, config());
  }

  /** Writes one of a classifier. */
  public static Path classifier(Path file, int classes, int epoch, double accuracy)
      throws CheckpointException {
    ExperimentConfig config =
        config().with("MODEL.NUM_CLASSES", classes).with("PRETRAINED", "before.pth");
    return write(file, random(ExpectedTensors.classifier(config), epoch), epoch, accuracy, config);
  }

  /** Tensors of a pre-training with values drawn from a seed. */
  public static Map<String, Object> pretrainingWeights(long seed) {
    return random(ExpectedTensors.pretraining(config()), seed);
  }

  /** A vector of which no value is a number. */
  public static TensorData notANumber(int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < length; i++) {
      bytes.putFloat(Float.BYTES * i, Float.NaN);
    }
    return new TensorData(ScalarType.FLOAT32, List.of((long) length), bytes);
  }

  /** Writes weights with what an official file has beside them. */
  public static Path write(
      Path file, Map<String, Object> model, int epoch, double accuracy, ExperimentConfig config)
      throws CheckpointException {
    new TrainingCheckpoint(
            model,
            Map.of(),
            Map.of(),
            accuracy,
            epoch,
            Map.of(),
            config.values().toNested(),
            List.of(),
            Optional.empty())
        .write(file);
    return file;
  }

  private static Map<String, Object> random(Map<String, TargetModel.Tensor> tensors, long seed) {
    Random values = new Random(seed);
    Map<String, Object> model = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> model.put(name, random(tensor, values)));
    return model;
  }

  private static TensorData random(TargetModel.Tensor tensor, Random values) {
    int count = Math.toIntExact(tensor.shape().stream().reduce(1L, (a, b) -> a * b));
    ByteBuffer bytes =
        ByteBuffer.allocate(count * tensor.type().bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count && tensor.type() == ScalarType.FLOAT32; i++) {
      bytes.putFloat(Float.BYTES * i, SPREAD * (float) values.nextGaussian());
    }
    return new TensorData(tensor.type(), tensor.shape(), bytes);
  }
}
