package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.run.EventReader;
import io.simmim.core.run.RunEvent.Ended;
import io.simmim.core.run.RunEvent.Note;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Progress;
import io.simmim.core.run.RunEvent.Skipped;
import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Validation;
import io.simmim.core.testing.ClassFolders;
import io.simmim.core.testing.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A whole fine-tuning and what it leaves behind. */
class FineTuningRunTest {

  @TempDir private Path root;

  private TinyRun swin() throws Exception {
    return TinyRun.fineTuning(root, TinyModel.SWIN);
  }

  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void tellsItsStoryInOrderAndMeasuresAfterEveryEpoch(TinyModel model) throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, model);
    ExperimentConfig config = tiny.config();
    Story story = tiny.run(config);

    List<String> expected = new ArrayList<>(List.of("Started", "Note"));
    for (int epoch = 0; epoch < 2; epoch++) {
      expected.addAll(Collections.nCopies(TinyRun.STEPS_PER_EPOCH, "Step"));
      expected.addAll(List.of("Epoch", "Validation", "Checkpoint"));
    }
    expected.add("Ended");
    assertEquals(Outcome.FINISHED, story.outcome());
    assertEquals(expected, story.types());
    assertEquals(expected, Story.types(new EventReader(tiny.folder(config).events()).poll()));

    Started started = story.only(Started.class);
    assertEquals("finetune", started.stage());
    assertEquals(9, started.trainImages());
    assertTrue(story.only(Note.class).message().contains("from scratch"));
    for (Step step : story.all(Step.class)) {
      assertTrue(Double.isFinite(step.loss()) && step.gradNorm() > 0, step.toString());
    }
    List<Long> measured = story.all(Progress.class).stream().map(Progress::done).toList();
    assertEquals(List.of(2L, 4L, 5L, 2L, 4L, 5L), measured);
    assertValidations(story, tiny, config);
    assertEquals(1, story.only(Ended.class).epoch());
  }

  private static void assertValidations(Story story, TinyRun tiny, ExperimentConfig config)
      throws Exception {
    double best = 0;
    List<Validation> validations = story.all(Validation.class);
    for (int epoch = 0; epoch < 2; epoch++) {
      Validation validation = validations.get(epoch);
      best = Math.max(best, validation.top1());
      assertEquals(epoch, validation.epoch());
      assertEquals(4L * epoch + 3, validation.step());
      assertEquals(5, validation.images());
      assertEquals(100, validation.top5(), "of three classes");
      assertEquals(best, validation.bestTop1());
      assertEquals(best, tiny.checkpoint(config, epoch).maxAccuracy(), "of its own epoch");
    }
  }

  @ParameterizedTest
  @CsvSource({"SWIN, 6", "SWINV2, 6", "VIT, 4"})
  void theCheckpointHoldsClassesScheduleAndLayerDecay(TinyModel model, int lastLayer)
      throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, model);
    ExperimentConfig config = tiny.config("TRAIN.EPOCHS", 1);
    tiny.run(config);
    TrainingCheckpoint saved = tiny.checkpoint(config, 0);

    assertEquals(TinyRun.CLASSES, saved.classes());
    assertEquals(0, saved.epoch());
    TensorData head = (TensorData) saved.model().get("head.bias");
    assertEquals(List.of(3L), head.shape());
    assertEquals(3L, ((Map<?, ?>) saved.config().get("MODEL")).get("NUM_CLASSES"));

    List<?> groups = (List<?>) saved.optimizer().get("param_groups");
    List<?> bases = (List<?>) saved.lrScheduler().get("base_values");
    assertEquals(groups.size(), bases.size());
    double base = 0.2 * 2 / 512;
    for (int g = 0; g < groups.size(); g++) {
      Map<?, ?> group = (Map<?, ?>) groups.get(g);
      int layer = layer(group);
      double scale = Math.pow(0.8, lastLayer - layer);
      assertEquals(scale, (double) group.get("lr_scale"), 1e-12);
      assertEquals(base * scale, (double) group.get("initial_lr"), 1e-12);
      assertEquals(base * scale, (double) bases.get(g), 1e-12);
      boolean decays = !group.get("group_name").toString().endsWith("_no_decay");
      assertEquals(decays ? 0.05 : 0, group.get("weight_decay"));
    }
    assertEquals(
        lastLayer + 1,
        groups.stream().map(FineTuningRunTest::layer).collect(Collectors.toSet()).size());
  }

  private static int layer(Object group) {
    String name = ((Map<?, ?>) group).get("group_name").toString();
    return Integer.parseInt(name.replaceAll("layer_(\\d+)_.*", "$1"));
  }

  @Test
  void learnsToTellColoursApart() throws Exception {
    TinyRun tiny = swin();
    ExperimentConfig config =
        tiny.config(
            "TRAIN.EPOCHS", 12, "TRAIN.BASE_LR", 1.0, "SAVE_FREQ", 12, "MODEL.DROP_PATH_RATE", 0.0);
    List<Validation> validations = tiny.run(config).all(Validation.class);
    Validation last = validations.get(validations.size() - 1);
    assertEquals(100, last.bestTop1(), validations.toString());
    assertTrue(last.loss() < 0.8, validations.toString());
  }

  @Test
  void writesTheOfficialLog() throws Exception {
    TinyRun tiny = swin();
    ExperimentConfig config = tiny.config();
    tiny.run(config);
    String log = Files.readString(tiny.folder(config).log(0));
    for (String line :
        List.of(
            "(main_finetune.py",
            "Train: [1/2][2/4]",
            " * Acc@1 ",
            "Accuracy of the network on the 5 test images",
            "Max accuracy: ")) {
      assertTrue(log.contains(line), line + " in\n" + log);
    }
  }

  @Test
  void withoutAValPartATenthIsHeldOutAndThatIsSaid() throws Exception {
    TinyRun tiny = swin();
    Path plain = ClassFolders.write(root.resolve("plain"), 12, "x", "y");
    ExperimentConfig config = tiny.config("DATA.DATA_PATH", plain.toString(), "TRAIN.EPOCHS", 1);
    Story story = tiny.run(config);
    assertEquals(10, story.only(Started.class).trainImages());
    assertEquals(2, story.only(Validation.class).images());
    List<Note> notes = story.all(Note.class);
    assertTrue(notes.get(0).message().contains("2 of the 12 images"), notes.toString());
    assertEquals(List.of("x", "y"), tiny.checkpoint(config, 0).classes());
  }

  @Test
  void anUnreadableImageIsLeftOutOfTheMeasureAndReported() throws Exception {
    TinyRun tiny = swin();
    Path broken = tiny.images().resolve("val/bee/04.png");
    Files.writeString(broken, "no picture");
    Story story = tiny.run(tiny.config("TRAIN.EPOCHS", 1));
    assertEquals(4, story.only(Validation.class).images());
    Skipped skipped = story.only(Skipped.class);
    assertTrue(skipped.examples().get(0).contains(broken.toString()), skipped.toString());
  }

  @ParameterizedTest
  @CsvSource({"SWIN, fp32", "SWINV2, fp32", "VIT, fp32", "SWIN, bf16", "SWINV2, bf16", "VIT, bf16"})
  void recomputedActivationsEndInTheSameBits(TinyModel model, String precision) throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, model);
    ExperimentConfig kept =
        tiny.config("TRAIN.EPOCHS", 1, "MODEL.DROP_RATE", 0.1, "PRECISION", precision);
    ExperimentConfig recomputed = kept.with("TRAIN.USE_CHECKPOINT", true).with("TAG", "r");
    tiny.run(kept);
    tiny.run(recomputed);
    TinyRun.assertSameBits(tiny.checkpoint(kept, 0), tiny.checkpoint(recomputed, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "linear, 2.01171875e-4", // base * (1 - 0.99 * 6/8)
    "step, 7.8125e-5",
    "multistep, 7.8125e-5",
    "cosine, 1.4775334e-4" // min + (base - min) * (1 + cos(6/8 pi)) / 2
  })
  void everyScheduleRuns(String name, double last) throws Exception {
    TinyRun tiny = swin();
    ExperimentConfig config =
        tiny.config(
            "TRAIN.WARMUP_EPOCHS",
            0,
            "TRAIN.LR_SCHEDULER.NAME",
            name,
            "TRAIN.LR_SCHEDULER.DECAY_EPOCHS",
            1,
            "TRAIN.LR_SCHEDULER.MULTISTEPS",
            List.of(1));
    List<Step> steps = tiny.run(config).all(Step.class);
    assertEquals(8, steps.size());
    assertEquals(0.2 * 2 / 512, steps.get(0).lr(), 1e-12);
    for (int i = 1; i < steps.size(); i++) {
      assertTrue(steps.get(i).lr() <= steps.get(i - 1).lr(), steps.toString());
    }
    assertEquals(last, steps.get(7).lr(), 1e-11, steps.toString());
  }

  @Test
  void trainsOnHardLabelsWhenNothingIsMixed() throws Exception {
    TinyRun tiny = swin();
    Object[] unmixed = {"AUG.MIXUP", 0.0, "AUG.CUTMIX", 0.0, "TRAIN.EPOCHS", 1};
    ExperimentConfig smoothed = tiny.config(unmixed);
    ExperimentConfig plain =
        tiny.config(unmixed).with("TAG", "p").with("MODEL.LABEL_SMOOTHING", 0.0);
    double withSmoothing = tiny.run(smoothed).all(Step.class).get(0).loss();
    double without = tiny.run(plain).all(Step.class).get(0).loss();
    assertEquals(Math.log(3), without, 0.2);
    assertTrue(Math.abs(withSmoothing - without) > 1e-6, withSmoothing + " and " + without);
  }

  @Test
  void greyImagesTrainWithOneChannel() throws Exception {
    TinyRun tiny = swin();
    ExperimentConfig grey = tiny.config("MODEL.SWIN.IN_CHANS", 1, "TRAIN.EPOCHS", 1);
    assertEquals(Outcome.FINISHED, tiny.run(grey).outcome());
    TensorData embedding =
        (TensorData) tiny.checkpoint(grey, 0).model().get("patch_embed.proj.weight");
    assertEquals(List.of(4L, 1L, 4L, 4L), embedding.shape());
  }
}
