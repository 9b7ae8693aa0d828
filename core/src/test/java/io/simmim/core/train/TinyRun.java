package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunFolder;
import io.simmim.core.testing.Pictures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A real pre-training of a very small Swin on a few pictures: four steps an epoch. */
final class TinyRun {

  static final int STEPS_PER_EPOCH = 4;

  private static final int IMAGES = 9; // one is dropped
  private static final String YAML =
      """
      MODEL:
        TYPE: swin
        NAME: tiny
        SWIN: {EMBED_DIM: 4, DEPTHS: [2, 1, 1, 1], NUM_HEADS: [1, 2, 2, 2], WINDOW_SIZE: 4}
      DATA: {IMG_SIZE: 64, BATCH_SIZE: 2, MASK_PATCH_SIZE: 32, MASK_RATIO: 0.5, NUM_WORKERS: 1}
      TRAIN: {EPOCHS: 2, WARMUP_EPOCHS: 1, BASE_LR: 0.2, MIN_LR: 0.01}
      PRINT_FREQ: 2
      TAG: t
      """;

  private final Path root;

  /** What a run said, and how it ended. */
  record Story(Outcome outcome, List<RunEvent> events) {

    <E extends RunEvent> List<E> all(Class<E> type) {
      return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <E extends RunEvent> E only(Class<E> type) {
      assertEquals(1, all(type).size(), events.toString());
      return all(type).get(0);
    }
  }

  TinyRun(Path root) throws SimMimException {
    this.root = root;
    for (int i = 0; i < IMAGES; i++) {
      ImageEncoder.png().write(Pictures.noise(70, 80, i), images().resolve("i" + i + ".png"));
    }
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
        new ConfigLoader()
            .parse(YAML, root, "tiny", Overrides.none())
            .forPretraining()
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
    return stoppedAfter(Integer.MAX_VALUE, config);
  }

  /** Trains until {@code steps} steps are done and then asks for a stop. */
  Story stoppedAfter(int steps, ExperimentConfig config) throws Exception {
    List<RunEvent> events = new ArrayList<>();
    int[] done = {0};
    Outcome outcome =
        execute(
            config,
            event -> {
              events.add(event);
              done[0] += event instanceof RunEvent.Step ? 1 : 0;
            },
            () -> done[0] >= steps);
    return new Story(outcome, events);
  }

  /** Trains, tells {@code listener}, and lets failures through. */
  Outcome execute(
      ExperimentConfig config,
      Consumer<RunEvent> listener,
      java.util.function.BooleanSupplier stopSignal)
      throws Exception {
    var invocation = new Invocation(List.of("pretrain"), "tiny", "cpu");
    return TrainingRun.pretraining(config, invocation).execute(listener::accept, stopSignal);
  }

  TrainingCheckpoint checkpoint(ExperimentConfig config, int epoch) throws SimMimException {
    return TrainingCheckpoint.read(folder(config).checkpoint(epoch));
  }

  /** Fails unless both hold the same bits for model, optimizer and schedule. */
  static void assertSameBits(TrainingCheckpoint expected, TrainingCheckpoint actual) {
    assertTensors("", expected.model(), actual.model());
    assertTensors("", expected.optimizer(), actual.optimizer());
    assertEquals(expected.lrScheduler(), actual.lrScheduler());
    assertEquals(expected.epoch(), actual.epoch());
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
