package io.simmim.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TrainingCheckpoint.EpochSums;
import io.simmim.core.checkpoint.TrainingCheckpoint.Origin;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.run.ContentHash;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingCheckpointTest {

  @TempDir private Path folder;

  private TrainingCheckpoint sample(Optional<Position> position) {
    return new TrainingCheckpoint(
        Map.of("weight", TensorData.scalar(2)),
        Map.of("state", Map.of(), "param_groups", List.of()),
        Map.of("t_initial", 9L),
        0.5,
        3,
        Map.of("scale", 65536.0),
        ExperimentConfig.defaults().values().toNested(),
        List.of("cat", "Größe 3/4, 犬"),
        position);
  }

  private TrainingCheckpoint written(TrainingCheckpoint checkpoint) throws Exception {
    Path file = folder.resolve("ckpt_epoch_3.pth");
    checkpoint.write(file);
    return CheckpointFile.open(file).training();
  }

  private void assertRefused(String because, Object root) throws Exception {
    Path file = folder.resolve("bad.pth");
    try (OutputStream out = Files.newOutputStream(file)) {
      TorchFile.write(out, root);
    }
    assertRefused(because, file);
  }

  private static void assertRefused(String because, Path file) {
    String message =
        assertThrows(CheckpointException.class, () -> CheckpointFile.open(file).training())
            .getMessage();
    assertTrue(message.contains(because) && message.contains(file.toString()), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void comesBackAsItWasWritten() throws Exception {
    TrainingCheckpoint read = written(sample(Optional.of(new Position(3, 7, 20))));
    assertEquals(sample(Optional.empty()).optimizer(), read.optimizer());
    assertEquals(Map.of("t_initial", 9L), read.lrScheduler());
    assertEquals(0.5, read.maxAccuracy());
    assertEquals(3, read.epoch());
    assertEquals(Optional.of(new Position(3, 7, 20)), read.position());
    assertEquals(2f, ((TensorData) read.model().get("weight")).floats()[0]);
    ExperimentConfig config =
        new ConfigLoader().fromNested(read.config(), "x", Overrides.none()).orThrow();
    assertEquals(ExperimentConfig.defaults(), config);
  }

  @Test
  void keepsWhatTheEpochHasToldAndWhatTheRunWasTrainedWith() throws Exception {
    TrainingCheckpoint plain = sample(Optional.of(new Position(3, 7, 20)));
    assertEquals(EpochSums.NONE, written(plain).sums());
    assertEquals(Optional.empty(), written(plain).origin());
    EpochSums sums = EpochSums.NONE.plus(0.1, 1.25).plus(0.3, Double.POSITIVE_INFINITY);
    Optional<Origin> origin = Optional.of(new Origin("1.2", "abc", "cuda:0"));
    TrainingCheckpoint full =
        new TrainingCheckpoint(
            plain.model(),
            plain.optimizer(),
            plain.lrScheduler(),
            plain.maxAccuracy(),
            plain.epoch(),
            plain.scaler(),
            plain.config(),
            plain.classes(),
            plain.position(),
            sums,
            origin);
    assertEquals(sums, written(full).sums());
    assertEquals(0.2, written(full).sums().meanLoss(), 1e-15);
    assertEquals(origin, written(full).origin());
  }

  @Test
  void tellsWhatWasWritten() throws Exception {
    Path file = folder.resolve("a.pth");
    assertEquals(sample(Optional.empty()).write(file), ContentHash.of(file));
  }

  @Test
  void saysNothingOfTheTimeAtWhichItWasSaved() throws Exception {
    Path file = folder.resolve("a.pth");
    sample(Optional.empty()).write(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      zip.stream().forEach(entry -> assertEquals(1980, entry.getTimeLocal().getYear()));
    }
  }

  @Test
  void theSameContentIsTheSameFile() throws Exception {
    Path one = folder.resolve("one.pth");
    Path two = folder.resolve("two.pth");
    sample(Optional.of(new Position(3, 7, 20))).write(one);
    sample(Optional.of(new Position(3, 7, 20))).write(two);
    byte[] bytes = Files.readAllBytes(one);
    assertArrayEquals(bytes, Files.readAllBytes(two));
  }

  @Test
  void goesOnAtItsPositionOrAfterItsEpoch() throws Exception {
    Position middle = new Position(3, 7, 20);
    assertEquals(middle, written(sample(Optional.of(middle))).next(20));
    assertEquals(new Position(4, 0, 20), written(sample(Optional.empty())).next(20));
  }

  @Test
  void anEpochOfAnotherLengthBeginsAnew() {
    TrainingCheckpoint saved = sample(Optional.of(new Position(3, 7, 20)));
    assertEquals(new Position(3, 0, 5), saved.next(5));
  }

  @Test
  void anEpochWhoseBatchesAreAllDoneIsNotBegunAnew() {
    Position end = new Position(3, 20, 20);
    assertEquals(new Position(3, 5, 5), sample(Optional.of(end)).next(5));
    assertTrue(end.trained());
    assertEquals(3, end.lastTrainedEpoch());
    assertEquals(2, new Position(3, 19, 20).lastTrainedEpoch());
    assertEquals(2, new Position(3, 0, 0).lastTrainedEpoch());
  }

  @Test
  void theOfficialCheckpointHoldsTheConfigurationOfItsRun() throws Exception {
    String name = "A_pretrain_swin";
    TrainingCheckpoint saved =
        CheckpointFile.open(Golden.path(name + "/ckpt_epoch_0.pth")).training();
    ExperimentConfig stored =
        new ConfigLoader().fromNested(saved.config(), name, Overrides.none()).orThrow();
    ExperimentConfig expected =
        new ConfigLoader().load(Golden.path(name + "/config.yaml"), Overrides.none()).orThrow();
    // The official script stores scaled learning rates, and the folder of the run as OUTPUT.
    ExperimentConfig atRunTime =
        expected
            .with("TRAIN.BASE_LR", 0.001)
            .with("TRAIN.WARMUP_LR", 1e-6)
            .with("TRAIN.MIN_LR", 1e-5)
            .with("OUTPUT", "output/simmim_pretrain/a_swin")
            .with("AMP_OPT_LEVEL", "O0");
    assertEquals(atRunTime, stored);
    assertEquals(0, saved.epoch());
    assertEquals(new Position(1, 0, 3), saved.next(3));
    assertTrue(saved.position().isEmpty());
  }

  @Test
  void weightsAloneAreACheckpointToo() throws Exception {
    TrainingCheckpoint weights =
        CheckpointFile.open(Golden.path("B_traj_vit_fresh/init.pth")).training();
    assertTrue(weights.optimizer().isEmpty() && weights.config().isEmpty());
    assertEquals(new Position(0, 0, 5), weights.next(5));
  }

  @Test
  void aSafetensorsFileIsWeightsAlone() throws Exception {
    Path file = folder.resolve("model.safetensors");
    SafetensorsWriter.write(file, Map.of("weight", TensorData.scalar(2)), Map.of("format", "pt"));
    TrainingCheckpoint weights = CheckpointFile.open(file).training();
    assertEquals(2f, ((TensorData) weights.model().get("weight")).floats()[0]);
    assertTrue(weights.optimizer().isEmpty() && weights.config().isEmpty());
    assertEquals(-1, weights.epoch());
  }

  @Test
  void otherContentIsRefused() throws Exception {
    assertRefused("'model'", List.of("model"));
    assertRefused("'model'", Map.of("state_dict", Map.of()));
    assertRefused("'model'", Map.of("model", 7));
    Map<String, Object> model = Map.of("weight", TensorData.scalar(1));
    assertRefused("epoch", Map.of("model", model, "epoch", 1e300));
    assertRefused("epoch", Map.of("model", model, "epoch", -5));
    assertRefused("classes", Map.of("model", model, "classes", List.of("cat", List.of("dog"))));
    assertRefused("step", Map.of("model", model, "position", Map.of("step", -1)));
    assertRefused(
        "step", Map.of("model", model, "position", Map.of("step", 9, "steps_per_epoch", 3)));
  }

  @Test
  void aConfigurationThatHoldsItselfIsRefused() throws Exception {
    PickleBytes loop =
        new PickleBytes().op('}', '(').text("config").op('}', 'q', 0).text("DATA").op('h', 0, 's');
    Path file = folder.resolve("loop.pth");
    assertNested(PickleBytes.archive(file, loop.op('u').stop(), new byte[0]));

    PickleBytes bomb =
        new PickleBytes().op('}', '(').text("config").op('}').text("DATA").op(']', 'q', 0);
    for (int i = 0; i < 18; i++) {
      bomb.op('0', ']', '(', 'h', i);
      for (int k = 0; k < 9; k++) {
        bomb.op('h', i);
      }
      bomb.op('e', 'q', i + 1);
    }
    assertNested(PickleBytes.archive(file, bomb.op('s', 'u').stop(), new byte[0]));
  }

  @SuppressWarnings("unchecked") // texts are its keys
  private static void assertNested(Path file) throws Exception {
    Map<String, ?> entries = (Map<String, ?>) SavedFile.read(file).root();
    String message =
        assertThrows(
                CheckpointException.class, () -> TrainingCheckpoint.of(entries, Map.of(), file))
            .getMessage();
    assertTrue(message.contains("nested") && message.contains(file.toString()), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x").resolve("ckpt_epoch_0.pth");
    String message =
        assertThrows(CheckpointException.class, () -> sample(Optional.empty()).write(file))
            .getMessage();
    assertTrue(message.contains(file.toString()) && message.contains("--output"), message);
  }
}
