package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.run.EventReader;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Ended;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Preview;
import io.simmim.core.run.RunEvent.Skipped;
import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Warning;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunStatus;
import io.simmim.core.testing.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole training and what it leaves behind. */
class PretrainingRunTest {

  @TempDir private Path root;
  private TinyRun tiny;

  @BeforeEach
  void draw() throws Exception {
    tiny = TinyRun.pretraining(root);
  }

  @Test
  void tellsItsStoryInOrderOnTheTerminalAndInTheFolder() throws Exception {
    ExperimentConfig config = tiny.config();
    Story story = tiny.run(config);

    List<String> expected = new ArrayList<>(List.of("Started"));
    for (int epoch = 0; epoch < 2; epoch++) {
      expected.addAll(Collections.nCopies(TinyRun.STEPS_PER_EPOCH, "Step"));
      expected.addAll(List.of("Epoch", "Checkpoint", "Preview"));
    }
    expected.add("Ended");
    assertEquals(Outcome.FINISHED, story.outcome());
    assertEquals(expected, story.types());
    assertEquals(expected, Story.types(new EventReader(tiny.folder(config).events()).poll()));
    List<Step> steps = story.all(Step.class);
    for (int i = 0; i < steps.size(); i++) {
      assertEquals(i, steps.get(i).step());
      assertEquals(i / TinyRun.STEPS_PER_EPOCH, steps.get(i).epoch());
      assertEquals(i % TinyRun.STEPS_PER_EPOCH, steps.get(i).stepInEpoch());
      assertTrue(Double.isFinite(steps.get(i).loss()) && steps.get(i).gradNorm() > 0);
    }
    Ended ended = story.only(Ended.class);
    assertEquals(7, ended.step());
    assertEquals(1, ended.epoch());
  }

  @Test
  void tellsItsMemoryAtEveryStep() throws Exception {
    for (Step step : tiny.run(tiny.config()).all(Step.class)) {
      assertTrue(step.heapMb() > 0 && step.heapMb() < step.residentMb(), step.toString());
      assertTrue(step.residentMb() <= step.memoryMb(), step.toString());
    }
  }

  @Test
  void saysWhatItTrainsOn() throws Exception {
    ExperimentConfig config = tiny.config();
    Started started = tiny.run(config).only(Started.class);
    assertEquals(TinyRun.STEPS_PER_EPOCH, started.stepsPerEpoch());
    assertEquals(9, started.trainImages());
    assertEquals(2, started.batchSize());
    assertEquals("cpu", started.device());
    assertNull(started.resumedFrom());
    RunManifest manifest = RunManifest.read(tiny.folder(config).manifest()).orElseThrow();
    assertEquals(RunStatus.FINISHED, manifest.state());
    assertEquals(tiny.images().toString(), manifest.dataPath());
    assertEquals("tiny", manifest.configName());
  }

  @Test
  void leavesConfigurationLogCheckpointsAndPictures() throws Exception {
    ExperimentConfig config = tiny.config();
    Story story = tiny.run(config);
    RunFolder folder = tiny.folder(config);

    ExperimentConfig stored = new ConfigLoader().load(folder.config(), Overrides.none()).orThrow();
    assertEquals(config, stored);
    assertEquals(List.of(0, 1), folder.checkpoints().stream().map(c -> c.epoch()).toList());
    assertEquals(1, tiny.checkpoint(config, 1).epoch());
    int probes = story.all(Preview.class).get(0).probes();
    assertEquals(6, probes);
    for (int probe = 0; probe < probes; probe++) {
      assertTrue(Files.size(folder.probeOriginal(probe)) > 0);
      assertTrue(Files.size(folder.probeMasked(probe)) > 0);
      for (int epoch = 0; epoch < 2; epoch++) {
        assertTrue(Files.size(folder.probeReconstruction(epoch, probe)) > 0);
        assertTrue(Files.size(folder.probeCombined(epoch, probe)) > 0);
        assertTrue(Files.size(folder.probeError(epoch, probe)) > 0);
      }
    }
    String log = Files.readString(folder.log(0));
    for (String line :
        List.of(
            "number of params: ",
            "Start training",
            "Train: [0/2][0/4]",
            "Train: [1/2][2/4]",
            "EPOCH 1 training takes",
            "ckpt_epoch_1.pth",
            "Training time")) {
      assertTrue(log.contains(line), line + " in\n" + log);
    }
    assertTrue(Files.notExists(folder.stopRequest()));
  }

  @Test
  void savesEverySoManyEpochsAndAfterTheLast() throws Exception {
    ExperimentConfig config = tiny.config("TRAIN.EPOCHS", 4, "SAVE_FREQ", 2);
    tiny.run(config);
    List<Integer> saved = tiny.folder(config).checkpoints().stream().map(c -> c.epoch()).toList();
    assertEquals(List.of(0, 2, 3), saved);
  }

  @Test
  void aFinishedRunStartedAgainSaysSoAndTrainsNothing() throws Exception {
    ExperimentConfig config = tiny.config();
    tiny.run(config);
    TrainingCheckpoint before = tiny.checkpoint(config, 1);
    Story again = tiny.run(config);
    assertEquals(Outcome.FINISHED, again.outcome());
    assertEquals(List.of("Started", "Ended"), again.types());
    assertEquals(2, again.only(Started.class).startEpoch());
    Ended ended = again.only(Ended.class);
    assertTrue(ended.message().contains("2 epochs are done"), ended.message());
    assertEquals(7, ended.step());
    assertEquals(1, ended.epoch());
    TinyRun.assertSameBits(before, tiny.checkpoint(config, 1));
  }

  @Test
  void aStopRequestFromAWindowEndsItAfterTheStepAndASave() throws Exception {
    ExperimentConfig config = tiny.config();
    RunFolder folder = tiny.folder(config);
    List<RunEvent> events = new ArrayList<>();
    Outcome outcome =
        tiny.training(config)
            .execute(
                event -> {
                  events.add(event);
                  if (event instanceof Step step && step.step() == 1) {
                    ask(folder);
                  }
                },
                () -> false);
    assertEquals(Outcome.STOPPED, outcome);
    assertEquals(
        List.of("Started", "Step", "Step", "Checkpoint", "Preview", "Ended"), Story.types(events));
    assertTrue(Files.notExists(folder.stopRequest()));
    RunManifest manifest = RunManifest.read(folder.manifest()).orElseThrow();
    assertEquals(RunStatus.STOPPED, manifest.state());
    assertEquals(2, tiny.checkpoint(config, 0).position().orElseThrow().step());
  }

  private static void ask(RunFolder folder) {
    try {
      Files.createFile(folder.stopRequest());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aStopRequestToAnEarlierRunIsForgotten() throws Exception {
    ExperimentConfig config = tiny.config("TRAIN.EPOCHS", 1, "TRAIN.WARMUP_EPOCHS", 0);
    Files.createDirectories(tiny.folder(config).path());
    ask(tiny.folder(config));
    assertEquals(Outcome.FINISHED, tiny.run(config).outcome());
  }

  @Test
  void anUnreadableImageIsLeftOutAndReportedOnce() throws Exception {
    Path broken = Files.writeString(tiny.images().resolve("i4b.png"), "no picture");
    Story story = tiny.run(tiny.config());
    assertEquals(Outcome.FINISHED, story.outcome());
    Skipped skipped = story.only(Skipped.class);
    assertEquals(1, skipped.count());
    assertTrue(skipped.examples().get(0).contains(broken.toString()), skipped.toString());
  }

  @ParameterizedTest
  @CsvSource({"SWIN, fp32", "SWIN, bf16", "VIT, fp32", "VIT, bf16", "SWINV2, fp32", "SWINV2, bf16"})
  void recomputedActivationsEndInTheSameBits(TinyModel model, String precision) throws Exception {
    TinyRun run = TinyRun.pretraining(root.resolve("other"), model);
    ExperimentConfig kept =
        run.config(
            "TRAIN.EPOCHS",
            1,
            "MODEL.DROP_PATH_RATE",
            0.3,
            "MODEL.DROP_RATE",
            0.1,
            "MODEL.SIMMIM.NORM_TARGET.ENABLE",
            model == TinyModel.SWINV2,
            "PRECISION",
            precision);
    ExperimentConfig recomputed = kept.with("TRAIN.USE_CHECKPOINT", true).with("TAG", "r");
    run.run(kept);
    run.run(recomputed);
    TinyRun.assertSameBits(run.checkpoint(kept, 0), run.checkpoint(recomputed, 0));
  }

  @Test
  void theDecoderFollowsTheEncodersStride() throws Exception {
    ExperimentConfig two =
        tiny.config(
            "MODEL.SWIN.DEPTHS", List.of(1, 1),
            "MODEL.SWIN.NUM_HEADS", List.of(1, 2),
            "DATA.MASK_PATCH_SIZE", 16);
    assertEquals(Outcome.FINISHED, tiny.run(two).outcome());
    TensorData bias = (TensorData) tiny.checkpoint(two, 1).model().get("decoder.0.bias");
    assertEquals(List.of(8L * 8 * 3), bias.shape());
  }

  @Test
  void greyImagesTrainWithOneChannel() throws Exception {
    ExperimentConfig grey = tiny.config("MODEL.SWIN.IN_CHANS", 1);
    assertEquals(Outcome.FINISHED, tiny.run(grey).outcome());
    assertTrue(tiny.checkpoint(grey, 1).model().containsKey("decoder.0.weight"));
  }

  @Test
  void mixedPrecisionTrainsAndSaysWhatItCannotDo() throws Exception {
    Story bf16 = tiny.run(tiny.config("PRECISION", "bf16"));
    assertEquals(Outcome.FINISHED, bf16.outcome());
    Story tf32 = tiny.run(tiny.config("PRECISION", "tf32", "TAG", "tf32"));
    assertTrue(tf32.only(Warning.class).message().contains("tf32"));
  }

  @Test
  void beginsAtTheConfiguredEpoch() throws Exception {
    Story story = tiny.run(tiny.config("TRAIN.START_EPOCH", 1));
    assertEquals(1, story.only(Started.class).startEpoch());
    assertEquals(4, story.all(Step.class).get(0).step());
  }

  @Test
  void aDataSetTrainsOnItsTrainPartAndLooksAtItsValPart() throws Exception {
    Path set = Files.createDirectories(root.resolve("set/train")).getParent();
    Files.createDirectories(set.resolve("val"));
    for (int i = 0; i < 6; i++) {
      Path to = i < 4 ? set.resolve("train") : set.resolve("val");
      Files.copy(tiny.images().resolve("i" + i + ".png"), to.resolve("i" + i + ".png"));
    }
    ExperimentConfig config = tiny.config("DATA.DATA_PATH", set.toString(), "TRAIN.EPOCHS", 1);
    Story story = tiny.run(config);
    assertEquals(4, story.only(Started.class).trainImages());
    assertEquals(2, story.only(Preview.class).probes());
  }
}
