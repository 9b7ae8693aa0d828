package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.testing.ClassFolders;
import io.simmim.core.testing.Pictures;
import io.simmim.core.testing.TinyModel;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** A real training of a very small model on a few pictures: four steps an epoch. */
final class TinyRun {

  static final int STEPS_PER_EPOCH = 4;
  static final List<String> CLASSES = List.of("ant", "bee", "cat");

  private static final int IMAGES = 9; // one is dropped

  private final Path root;
  private final String yaml;
  private final Task task;

  /** What is trained. */
  private record Task(
      String command,
      UnaryOperator<ConfigResult> rules,
      BiFunction<ExperimentConfig, Invocation, TrainingRun> run) {}

  private TinyRun(Path root, String yaml, Task task) {
    this.root = root;
    this.yaml = yaml;
    this.task = task;
  }

  /** Pre-training of a Swin. */
  static TinyRun pretraining(Path root) throws SimMimException {
    return pretraining(root, TinyModel.SWIN);
  }

  static TinyRun pretraining(Path root, TinyModel model) throws SimMimException {
    var task = new Task("pretrain", ConfigResult::forPretraining, TrainingRun::pretraining);
    TinyRun tiny = new TinyRun(root, model.pretraining(), task);
    for (int i = 0; i < IMAGES; i++) {
      ImageEncoder.png().write(Pictures.noise(70, 80, i), tiny.images().resolve("i" + i + ".png"));
    }
    return tiny;
  }

  /** Fine-tuning on three classes, with five pictures to measure. */
  static TinyRun fineTuning(Path root, TinyModel model) throws SimMimException {
    return fineTuning(root, model, false);
  }

  static TinyRun fineTuning(Path root, TinyModel model, boolean allowPartial)
      throws SimMimException {
    var task =
        new Task(
            "finetune",
            ConfigResult::forFinetuning,
            (config, invocation) -> TrainingRun.fineTuning(config, allowPartial, invocation));
    TinyRun tiny = new TinyRun(root, model.fineTuning(), task);
    String[] classes = CLASSES.toArray(String[]::new);
    ClassFolders.write(tiny.images().resolve("train"), IMAGES, classes);
    ClassFolders.write(tiny.images().resolve("val"), 5, classes);
    return tiny;
  }

  Path images() {
    return root.resolve("images");
  }

  Path output() {
    return root.resolve("output");
  }

  RunFolder folder(ExperimentConfig config) {
    return RunFolder.of(output(), config.model().name(), config.tag());
  }

  /** The configuration with other values: {@code KEY, VALUE, KEY, VALUE ...}. */
  ExperimentConfig config(Object... changes) throws SimMimException {
    ExperimentConfig config =
        task.rules()
            .apply(new ConfigLoader().parse(yaml, root, "tiny", Overrides.none()))
            .orThrow()
            .with("DATA.DATA_PATH", images().toString())
            .with("OUTPUT", output().toString());
    for (int i = 0; i < changes.length; i += 2) {
      config = config.with((String) changes[i], changes[i + 1]);
    }
    return config;
  }

  /** Trains to the end. */
  Story run(ExperimentConfig config) throws Exception {
    return Story.of(training(config)::execute);
  }

  /** Trains to the end although configuration or images have changed. */
  Story runChanged(ExperimentConfig config) throws Exception {
    return Story.of(training(config, true)::execute);
  }

  /** Trains until {@code steps} steps are done and then asks for a stop. */
  Story stoppedAfter(int steps, ExperimentConfig config) throws Exception {
    int[] done = {0};
    return Story.stoppedWhen(
        event -> {
          done[0] += event instanceof RunEvent.Step ? 1 : 0;
          return done[0] >= steps;
        },
        training(config)::execute);
  }

  TrainingRun training(ExperimentConfig config) {
    return training(config, false);
  }

  private TrainingRun training(ExperimentConfig config, boolean allowChanges) {
    Invocation invocation = new Invocation(List.of(task.command()), "tiny", "cpu");
    return task.run().apply(config, invocation.allowingChanges(allowChanges));
  }

  TrainingCheckpoint checkpoint(ExperimentConfig config, int epoch) throws SimMimException {
    return CheckpointFile.open(folder(config).checkpoint(epoch)).training();
  }

  /** Fails unless both hold the same bits for model, optimizer and schedule. */
  static void assertSameBits(TrainingCheckpoint expected, TrainingCheckpoint actual) {
    assertTensors("", expected.model(), actual.model());
    assertTensors("", expected.optimizer(), actual.optimizer());
    assertEquals(expected.lrScheduler(), actual.lrScheduler());
    assertEquals(expected.maxAccuracy(), actual.maxAccuracy());
    assertEquals(expected.epoch(), actual.epoch());
    assertEquals(expected.classes(), actual.classes());
    assertEquals(expected.position(), actual.position());
  }

  private static void assertTensors(String at, Object expected, Object actual) {
    if (expected instanceof TensorData tensor) {
      assertEquals(tensor.view(), ((TensorData) actual).view(), at);
    } else if (expected instanceof Map<?, ?> map) {
      assertEquals(map.keySet(), ((Map<?, ?>) actual).keySet(), at);
      map.forEach(
          (key, value) -> assertTensors(at + "/" + key, value, ((Map<?, ?>) actual).get(key)));
    } else {
      assertEquals(expected, actual, at);
    }
  }
}
