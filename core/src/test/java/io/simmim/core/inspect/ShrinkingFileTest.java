package io.simmim.core.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.SafetensorsWriter;
import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorBytes;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.model.Models;
import io.simmim.core.model.SimMim;
import io.simmim.core.model.StateDict;
import io.simmim.core.pretrained.PretrainedWeights;
import io.simmim.core.pretrained.TargetModel;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import io.simmim.core.weights.ForeignNames;
import io.simmim.core.weights.NameScheme;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A file that another program cuts short after it was opened, as a broken download does. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a mapped file cannot be cut there")
class ShrinkingFileTest {

  private static final int SIZE = 1 << 20;

  @TempDir private Path folder;

  private static void refused(Executable reading) {
    String message = assertThrows(CheckpointException.class, reading).getMessage();
    assertTrue(message.contains("another program is writing to it"), message);
    assertEquals(1, message.lines().count(), message);
  }

  private static void cut(Path file, long size) throws Exception {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  private Path written(String name, String tensor) throws Exception {
    TensorData large =
        new TensorData(ScalarType.FLOAT32, List.of(SIZE / 4L), ByteBuffer.allocate(SIZE));
    Path file = folder.resolve(name);
    SafetensorsWriter.write(file, Map.of(tensor, large), Map.of());
    return file;
  }

  @Test
  void itsStatisticsAreRefused() throws Exception {
    Path path = written("x.safetensors", "weight");
    CheckpointFile file = CheckpointFile.open(path);
    cut(path, SIZE / 2);
    refused(() -> TensorStats.of(file.weights()));
    refused(file::requireUnchanged);
  }

  @Test
  void itIsNotLoaded() throws Exception {
    Path path = folder.resolve("x.pth");
    Files.copy(Golden.path("A_pretrain_swin/ckpt_epoch_0.pth"), path);
    CheckpointFile file = CheckpointFile.open(path);
    try (TorchEngine engine = TorchEngine.start("cpu");
        SimMim model = Models.simMim(engine, Inspection.of(file).embedded().orElseThrow(), 0)) {
      engine.enterThread(false);
      cut(path, 4096);
      refused(() -> StateDict.load(engine, model.parameters(), file.training().model()));
    }
  }

  @Test
  void itIsNotPreparedForFineTuning() throws Exception {
    Path path = written("x.safetensors", "pos_embed");
    CheckpointFile file = CheckpointFile.open(path);
    long side = Math.round(Math.sqrt(SIZE / 4.0));
    TensorData flat = file.weights().get("pos_embed");
    Map<String, TensorData> square =
        Map.of(
            "absolute_pos_embed",
            new TensorData(ScalarType.FLOAT32, List.of(1L, side * side, 1L), flat.view()));
    TargetModel target =
        new TargetModel(
            io.simmim.core.config.ModelType.SWIN,
            Map.of(
                "absolute_pos_embed",
                new TargetModel.Tensor(List.of(1L, 4L, 1L), ScalarType.FLOAT32, false)));
    cut(path, SIZE / 2);
    refused(() -> PretrainedWeights.plan(square, path.toString(), target, false));
  }

  @Test
  void itsPartsAreNotJoinedOrReordered() throws Exception {
    Path path = folder.resolve("x.pth");
    Map<String, TensorData> official =
        CheckpointFile.open(Golden.path("A_pretrain_swin/ckpt_epoch_0.pth")).official().tensors();
    for (NameScheme scheme : List.of(NameScheme.HUGGING_FACE, NameScheme.MMPRETRAIN)) {
      Checkpoints.write(path, ForeignNames.of(scheme, official).tensors());
      CheckpointFile file = CheckpointFile.open(path);
      cut(path, 4096);
      assertEquals(scheme, file.official().scheme());
      UncheckedIOException ended =
          assertThrows(
              UncheckedIOException.class, () -> List.copyOf(file.official().tensors().values()));
      refused(
          () -> {
            throw TensorBytes.refusal(ended);
          });
    }
  }

  @Test
  void itIsNotCopied() throws Exception {
    Path path = written("x.safetensors", "weight");
    Map<String, TensorData> weights = CheckpointFile.open(path).weights();
    cut(path, SIZE / 2);
    Path copy = folder.resolve("copy.safetensors");
    refused(() -> SafetensorsWriter.write(copy, weights, Map.of()));
    assertTrue(Files.notExists(copy));
  }
}
