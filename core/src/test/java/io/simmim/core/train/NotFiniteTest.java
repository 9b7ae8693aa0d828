package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.checkpoint.TrainingCheckpoint.EpochSums;
import io.simmim.core.checkpoint.TrainingCheckpoint.Origin;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.config.ConfigWriter;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.EngineException;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Epoch;
import io.simmim.core.run.RunEvent.NotFinite;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Warning;
import io.simmim.core.run.RunFolder;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.testing.FaultTable;
import io.simmim.core.testing.Faults;
import io.simmim.core.weights.CheckpointFile;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Batches whose loss is no number, in a training of three epochs of four steps. */
@Tag("fault")
@ExtendWith(Faults.class)
class NotFiniteTest {

  private static final int STEPS = TinyRun.STEPS_PER_EPOCH;

  @TempDir private Path root;
  private final List<RunEvent> events = new ArrayList<>();
  private TinyRun tiny;
  private ExperimentConfig config;
  private RunFolder folder;

  @BeforeEach
  void draw() throws Exception {
    tiny = TinyRun.pretraining(root);
    config = tiny.config("TRAIN.EPOCHS", 3);
    folder = tiny.folder(config);
  }

  /** Trains; the images of some steps, counted over the run, are divided by zero. */
  private TrainingLoop train(TorchEngine engine, Stage stage, IntPredicate bad, Runnable afterStep)
      throws Exception {
    engine.enterThread(true);
    Files.createDirectories(folder.path());
    StopRequest stop = new StopRequest(() -> false, folder);
    Stage poisoned = poisoned(stage, bad);
    try (TrainState state =
        new TrainState(engine, config, stage.network(), stage.parameterGroups(), STEPS)) {
      Saver saver =
          new Saver(
              config,
              poisoned,
              state,
              folder,
              events::add,
              stop,
              new Origin("v", "data", "cpu"),
              () -> {});
      TrainingLoop loop =
          new TrainingLoop(
              engine,
              config,
              poisoned,
              state,
              saver,
              event -> {
                events.add(event);
                if (event instanceof Step) {
                  afterStep.run();
                }
              },
              stop);
      var start = new EpochTraining.Reached(new Position(0, 0, STEPS), EpochSums.NONE);
      assertEquals(Outcome.FINISHED, loop.run(start));
      return loop;
    }
  }

  private TrainingLoop train(IntPredicate bad) throws Exception {
    try (TorchEngine engine = TorchEngine.start("cpu");
        Stage stage = PretrainingPlan.of(config).open(engine, folder, events::add)) {
      return train(engine, stage, bad, () -> {});
    }
  }

  /** The stage with other batches; all else is its own. */
  private static Stage poisoned(Stage stage, IntPredicate bad) {
    return (Stage)
        Proxy.newProxyInstance(
            Stage.class.getClassLoader(),
            new Class<?>[] {Stage.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(stage, arguments);
              return result instanceof Examples examples
                  ? new Poisoned(examples, (int) arguments[0] * STEPS + (int) arguments[1], bad)
                  : result;
            });
  }

  private static final class Poisoned implements Examples {
    private final Examples examples;
    private final IntPredicate bad;
    private int step;

    Poisoned(Examples examples, int step, IntPredicate bad) {
      this.examples = examples;
      this.step = step;
      this.bad = bad;
    }

    @Override
    public boolean hasNext() throws DataException, InterruptedException {
      return examples.hasNext();
    }

    @Override
    public Example next(NDManager memory) throws DataException, InterruptedException {
      Example example = examples.next(memory);
      if (bad.test(step++)) {
        example.x().divi(example.x().zerosLike());
      }
      return example;
    }

    @Override
    public void close() {
      examples.close();
    }
  }

  private <E extends RunEvent> List<E> all(Class<E> type) {
    return new Story(Outcome.FINISHED, events).all(type);
  }

  private static Map<String, Object> weights(Path file) throws Exception {
    return CheckpointFile.open(file).training().model();
  }

  @Test
  void oneIsSkippedCountedAndWrittenDownWithItsImages(FaultTable table) throws Exception {
    table.trying(
        "NaN in the loss of a step",
        () -> {
          TrainingLoop loop = train(step -> step == 5);
          assertEquals(
              List.of(0, 1, 0), all(Epoch.class).stream().map(Epoch::skippedSteps).toList());
          assertTrue(loop.skippedSteps().orElseThrow().startsWith("1 steps were skipped"));
          NotFinite event = all(NotFinite.class).get(0);
          assertEquals(1, all(NotFinite.class).size());
          assertEquals(
              List.of(1, 1, 1), List.of(event.epoch(), event.stepInEpoch(), event.inARow()));
          assertEquals(2, event.images().size());
          String warning = all(Warning.class).get(0).message();
          for (String image : event.images()) {
            assertTrue(Files.exists(tiny.images().resolve(image)), image);
            assertTrue(warning.contains(image), warning);
          }
          assertTrue(finite(weights(folder.checkpoint(2))));
        });
  }

  @Test
  void fiveInARowEndTheTrainingAndTheLastFiniteStateIsKept(FaultTable table) throws Exception {
    table.trying(
        "NaN in the loss of five steps in a row",
        () -> {
          EngineException lost =
              assertThrows(EngineException.class, () -> train(step -> step >= 2));
          String sentence = lost.getMessage();
          Path kept = folder.checkpoint(1, 3);
          assertTrue(sentence.contains("5 steps in a row"), sentence);
          assertTrue(sentence.contains("is in " + kept.getFileName()), sentence);
          NotFinite last = all(NotFinite.class).get(4);
          last.images().forEach(image -> assertTrue(sentence.contains(image), sentence));
          TrainingCheckpoint saved = CheckpointFile.open(kept).training();
          ExperimentConfig healthy = config.with("TAG", "healthy");
          tiny.stoppedAfter(2, healthy);
          TrainingCheckpoint before =
              CheckpointFile.open(tiny.folder(healthy).checkpoint(0)).training();
          assertSameTensors(before.model(), saved.model());
          assertSameTensors(before.optimizer(), saved.optimizer());
          Files.writeString(folder.config(), ConfigWriter.toYaml(config));
          Story resumed = tiny.runChanged(config);
          assertEquals(Outcome.FINISHED, resumed.outcome());
          assertEquals(STEPS + 3, resumed.all(Step.class).get(0).step());
        });
  }

  @Test
  void weightsThatAreNotFiniteAreNeverSaved(FaultTable table) throws Exception {
    config = config.with("SAVE_STEPS", 1);
    table.trying(
        "weights that are not finite at a checkpoint",
        () -> {
          String sentence;
          try (TorchEngine engine = TorchEngine.start("cpu");
              Stage stage = PretrainingPlan.of(config).open(engine, folder, events::add)) {
            Runnable spoil = () -> spoil(stage, all(Step.class).size() == 3);
            EngineException lost =
                assertThrows(
                    EngineException.class, () -> train(engine, stage, step -> false, spoil));
            sentence = lost.getMessage();
          }
          Path kept = folder.checkpoint(0, 2);
          assertTrue(sentence.contains("not finite any more"), sentence);
          assertTrue(sentence.contains("is in " + kept.getFileName()), sentence);
          assertTrue(finite(weights(kept)));
          assertFalse(Files.exists(folder.checkpoint(0, 3)));
        });
  }

  private static void spoil(Stage stage, boolean now) {
    if (now) {
      NDArray weight = stage.network().parameters().parameters().values().iterator().next();
      try (GradMode off = GradMode.off()) {
        weight.divi(weight.zerosLike());
      }
    }
  }

  private static boolean finite(Map<String, Object> model) {
    return model.values().stream()
        .map(value -> ((TensorData) value).view().asFloatBuffer())
        .allMatch(
            floats -> {
              boolean all = true;
              while (floats.hasRemaining()) {
                all &= Float.isFinite(floats.get());
              }
              return all;
            });
  }

  private static void assertSameTensors(Object expected, Object actual) {
    if (expected instanceof TensorData tensor) {
      assertEquals(tensor.view(), ((TensorData) actual).view());
    } else if (expected instanceof Map<?, ?> map && map.containsKey("state")) {
      assertSameTensors(map.get("state"), ((Map<?, ?>) actual).get("state"));
    } else if (expected instanceof Map<?, ?> map) {
      map.forEach((key, value) -> assertSameTensors(value, ((Map<?, ?>) actual).get(key)));
    }
  }
}
