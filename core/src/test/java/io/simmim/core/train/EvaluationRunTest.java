package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.EvalTransform;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.model.Pass;
import io.simmim.core.run.EventReader;
import io.simmim.core.run.RunEvent.Ended;
import io.simmim.core.run.RunEvent.Note;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Progress;
import io.simmim.core.run.RunEvent.Skipped;
import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Validation;
import io.simmim.core.run.RunFolder;
import io.simmim.core.tensor.Losses;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.TopK;
import io.simmim.core.testing.ClassFolders;
import io.simmim.core.testing.FinetuningCase;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints of the official code, measured on folders. */
class EvaluationRunTest {

  private static final String CASE = "C_finetune_swin";
  private static final String[] DIGITS = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  private static final int IMAGES = 22;

  /** Relative. Sums are in double, but the engine rounds matrix products by their size. */
  private static final double ROUNDING = 1e-7;

  @TempDir private Path root;
  private Path data;

  @BeforeEach
  void draw() throws Exception {
    data = ClassFolders.write(root.resolve("data/val"), IMAGES, DIGITS).getParent();
  }

  private ExperimentConfig config(String name) throws SimMimException {
    return new ConfigLoader()
        .load(Golden.path(name + "/config.yaml"), Overrides.none())
        .forEvaluation()
        .orThrow()
        .with("DATA.DATA_PATH", data.toString())
        .with("OUTPUT", root.resolve("output").toString())
        .with("TAG", "evaluated");
  }

  private static EvaluationRun evaluation(ExperimentConfig config, CheckpointFile saved)
      throws SimMimException {
    var invocation = new Invocation(List.of("evaluate"), "golden", "cpu");
    return EvaluationRun.of(config, saved, invocation);
  }

  private static Story evaluate(ExperimentConfig config, CheckpointFile saved) throws Exception {
    return Story.of(evaluation(config, saved)::execute);
  }

  private static CheckpointFile golden(String file) throws SimMimException {
    return CheckpointFile.open(Golden.path(file));
  }

  /** The same weights with the names of their classes. */
  private CheckpointFile named(List<String> classes) throws SimMimException {
    TrainingCheckpoint saved = golden(CASE + "/ckpt_epoch_1.pth").training();
    Path file = root.resolve("named.pth");
    new TrainingCheckpoint(
            saved.model(),
            saved.optimizer(),
            saved.lrScheduler(),
            saved.maxAccuracy(),
            saved.epoch(),
            saved.scaler(),
            saved.config(),
            classes,
            saved.position())
        .write(file);
    return CheckpointFile.open(file);
  }

  private static String refusal(ExperimentConfig config, CheckpointFile saved) {
    String message =
        assertThrows(SimMimException.class, () -> evaluate(config, saved)).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.endsWith("."), message);
    return message;
  }

  @Test
  void tellsItsStoryInOrderOnTheTerminalAndInTheFolder() throws Exception {
    ExperimentConfig config = config(CASE).with("DATA.BATCH_SIZE", 8);
    Story story = evaluate(config, golden(CASE + "/ckpt_epoch_1.pth"));
    List<String> expected = List.of("Started", "Note", "Validation", "Ended");
    assertEquals(Outcome.FINISHED, story.outcome());
    assertEquals(expected, story.types());
    RunFolder folder = RunFolder.of(root.resolve("output"), config.model().name(), "evaluated");
    assertEquals(expected, Story.types(new EventReader(folder.events()).poll()));
    Started started = story.only(Started.class);
    assertEquals("evaluate", started.stage());
    assertEquals(IMAGES, started.trainImages());
    assertEquals(3, started.stepsPerEpoch());
    assertEquals(Golden.path(CASE + "/ckpt_epoch_1.pth").toString(), started.resumedFrom());
    assertEquals(
        List.of(8L, 16L, 22L), story.all(Progress.class).stream().map(Progress::done).toList());
    Validation validation = story.only(Validation.class);
    assertEquals(1, validation.epoch(), "the checkpoint's");
    assertEquals(-1, validation.step());
    assertEquals(validation.top1(), validation.bestTop1());
    assertTrue(Files.readString(folder.log(0)).contains(" * Acc@1 "));
    assertTrue(Files.notExists(folder.checkpoint(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C_finetune_swin", "C_finetune_swinv2", "C_finetune_vit"})
  void theBatchSizeChangesNothing(String name) throws Exception {
    CheckpointFile saved = golden(name + "/init.pth");
    ExperimentConfig config = config(name).with("DATA.NUM_WORKERS", 2);
    Validation all = validation(config.with("DATA.BATCH_SIZE", 100), saved);
    assertEquals(IMAGES, all.images());
    for (int batchSize : new int[] {1, 3, IMAGES}) {
      Validation here = validation(config.with("DATA.BATCH_SIZE", batchSize), saved);
      assertEquals(all.top1(), here.top1());
      assertEquals(all.top5(), here.top5());
      assertEquals(all.images(), here.images());
      assertEquals(all.loss(), here.loss(), ROUNDING * all.loss());
    }
  }

  private static Validation validation(ExperimentConfig config, CheckpointFile saved)
      throws Exception {
    return evaluate(config, saved).only(Validation.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C_finetune_swin", "C_finetune_swinv2", "C_finetune_vit"})
  void measuresWhatTheModelSaysOfEachImage(String name) throws Exception {
    ExperimentConfig config = config(name).with("DATA.BATCH_SIZE", 5);
    Validation measured = validation(config, golden(name + "/init.pth"));
    double loss = 0;
    int top1 = 0;
    int top5 = 0;
    try (var model = new FinetuningCase(name, name + "/init.pth")) {
      for (int i = 0; i < IMAGES; i++) {
        long[] label = {i % 10};
        NDArray logits = model.model().forward(picture(config, i, model), Pass.INFERENCE);
        NDArray labels = model.engine().manager().create(label);
        loss += Ops.scalar(new Losses(model.engine().script()).crossEntropy(logits, labels));
        top1 += TopK.correct(logits, label, 1);
        top5 += TopK.correct(logits, label, 5);
      }
    }
    assertEquals(loss / IMAGES, measured.loss(), 1e-6);
    assertEquals(100.0 * top1 / IMAGES, measured.top1());
    assertEquals(100.0 * top5 / IMAGES, measured.top5());
  }

  private NDArray picture(ExperimentConfig config, int i, FinetuningCase model) throws Exception {
    int size = config.data().imgSize();
    FloatBuffer pixels = FloatBuffer.allocate(3 * size * size);
    Path file = data.resolve("val").resolve(DIGITS[i % 10]).resolve("%02d.png".formatted(i));
    EvalTransform.of(config.data(), config.test(), 3)
        .write(new ImageDecoder().decode(file), pixels);
    return model.engine().manager().create(pixels.array(), new Shape(1, 3, size, size));
  }

  @Test
  void anUnreadableImageIsLeftOutAndReported() throws Exception {
    ExperimentConfig config = config(CASE).with("DATA.BATCH_SIZE", 4);
    CheckpointFile saved = golden(CASE + "/ckpt_epoch_1.pth");
    Files.delete(data.resolve("val/3/13.png"));
    Validation without = validation(config, saved);
    Path broken = Files.writeString(data.resolve("val/3/13.png"), "no picture");
    Story story = evaluate(config, saved);
    Validation left = story.only(Validation.class);
    assertEquals(IMAGES - 1, left.images());
    assertEquals(without.loss(), left.loss(), ROUNDING * left.loss());
    assertEquals(without.top1(), left.top1());
    assertEquals(without.top5(), left.top5());
    Skipped skipped = story.only(Skipped.class);
    assertEquals(1, skipped.count());
    assertTrue(skipped.examples().get(0).contains(broken.toString()), skipped.toString());
  }

  @Test
  void aFolderWithoutOneReadableImageIsAFailure() throws Exception {
    Path broken = Files.createDirectories(root.resolve("broken/val/a")).resolve("a.png");
    Files.writeString(broken, "no picture");
    ExperimentConfig config =
        config(CASE).with("DATA.DATA_PATH", root.resolve("broken").toString());
    String message =
        refusal(config, named(List.of("a", "1", "2", "3", "4", "5", "6", "7", "8", "9")));
    assertTrue(message.contains("None of the 1 images"), message);
  }

  @Test
  void classesAreMatchedByTheirNamesInTheCheckpoint() throws Exception {
    ExperimentConfig config = config(CASE);
    Validation inOrder = validation(config, named(List.of(DIGITS)));
    List<String> turned = new ArrayList<>(List.of(DIGITS));
    java.util.Collections.reverse(turned);
    for (int i = 0; i < DIGITS.length; i++) {
      Files.move(data.resolve("val/" + i), data.resolve("val/x" + i));
    }
    for (int i = 0; i < DIGITS.length; i++) {
      Files.move(data.resolve("val/x" + i), data.resolve("val/" + turned.get(i)));
    }
    Story story = evaluate(config, named(turned));
    Validation byName = story.only(Validation.class);
    assertEquals(inOrder.top1(), byName.top1());
    assertEquals(inOrder.top5(), byName.top5());
    assertEquals(inOrder.loss(), byName.loss(), 1e-6);
    assertEquals(List.of(), story.all(Note.class), "nothing has to be assumed");
    Validation otherwise = validation(config, named(List.of(DIGITS)));
    assertTrue(Math.abs(inOrder.loss() - otherwise.loss()) > 1e-3, otherwise.toString());
  }

  @Test
  void aPartOfTheClassesIsEnoughWhenTheyAreNamed() throws Exception {
    Path some = ClassFolders.write(root.resolve("some/val"), 4, "7", "2").getParent();
    ExperimentConfig config = config(CASE).with("DATA.DATA_PATH", some.toString());
    assertEquals(4, validation(config, named(List.of(DIGITS))).images());
    String message = refusal(config, golden(CASE + "/ckpt_epoch_1.pth"));
    assertTrue(message.contains("2 classes") && message.contains("10"), message);
  }

  @Test
  void aClassThatTheCheckpointDoesNotKnowIsRefused() throws Exception {
    ClassFolders.write(data.resolve("val"), 1, "ten");
    String message = refusal(config(CASE), named(List.of(DIGITS)));
    assertTrue(message.contains("ten"), message);
  }

  @Test
  void withoutNamesTheFoldersAreNumberedAndThatIsSaid() throws Exception {
    Story story = evaluate(config(CASE), golden(CASE + "/init.pth"));
    assertTrue(story.only(Note.class).message().contains("alphabetical"));
    assertEquals(-1, story.only(Validation.class).epoch());
  }

  @Test
  void aPreTrainingIsRefused() throws Exception {
    String message = refusal(config(CASE), golden("A_pretrain_swin/ckpt_epoch_0.pth"));
    assertTrue(message.contains("fine-tune"), message);
    assertTrue(Files.notExists(root.resolve("output")));
  }

  @Test
  void aConfigurationOfAnotherModelIsRefused() throws Exception {
    String message = refusal(config("C_finetune_vit"), golden(CASE + "/init.pth"));
    assertTrue(message.contains("does not fit this model"), message);
  }

  @Test
  void aStopEndsItWithoutAResult() throws Exception {
    ExperimentConfig config = config(CASE).with("DATA.BATCH_SIZE", 4);
    EvaluationRun run = evaluation(config, golden(CASE + "/ckpt_epoch_1.pth"));
    Story story = Story.stoppedWhen(Progress.class::isInstance, run::execute);
    assertEquals(Outcome.STOPPED, story.outcome());
    assertEquals(List.of("Started", "Note", "Ended"), story.types());
    assertEquals(1, story.all(Progress.class).size());
    assertEquals(Outcome.STOPPED, story.only(Ended.class).outcome());
  }

  @Test
  void lowerPrecisionMeasuresNearlyTheSame() throws Exception {
    CheckpointFile saved = golden(CASE + "/ckpt_epoch_1.pth");
    Validation exact = validation(config(CASE), saved);
    Validation rounded = validation(config(CASE).with("PRECISION", "bf16"), saved);
    assertEquals(exact.loss(), rounded.loss(), 0.05 * exact.loss());
    assertTrue(exact.loss() != rounded.loss());
  }
}
