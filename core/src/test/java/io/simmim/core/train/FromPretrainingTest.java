package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.DataException;
import io.simmim.core.model.StateDict;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Note;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.testing.ClassFolders;
import io.simmim.core.testing.TinyModel;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a pre-training of our own to a fine-tuning of the same folder tree. */
class FromPretrainingTest {

  private static final String SHARED_TABLE = "encoder.rel_pos_bias.relative_position_bias_table";

  @TempDir private Path root;

  private Path pretrained(TinyModel model, Object... changes) throws Exception {
    TinyRun tiny = TinyRun.pretraining(root.resolve("pretraining"), model);
    ExperimentConfig config = tiny.config(changes).with("TRAIN.EPOCHS", 1);
    tiny.run(config);
    return tiny.folder(config).checkpoint(0);
  }

  @Test
  void aFileThatIsNotThereIsRefusedBeforeAnythingIsWritten() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.SWIN);
    ExperimentConfig config = tiny.config("PRETRAINED", root.resolve("gone.pth").toString());
    var refusal = assertThrows(CheckpointException.class, () -> tiny.run(config));
    assertTrue(refusal.getMessage().contains("gone.pth"), refusal.getMessage());
    assertTrue(Files.notExists(tiny.output()));
  }

  @Test
  void aResumedRunNeedsItsBeginningNoMore() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.SWIN);
    Path file = pretrained(TinyModel.SWIN);
    ExperimentConfig config = tiny.config("PRETRAINED", file.toString());
    tiny.run(config);
    Files.delete(file);
    assertEquals(Outcome.FINISHED, tiny.run(config.with("TRAIN.EPOCHS", 3)).outcome());
  }

  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void everyWeightOfTheEncoderIsTaken(TinyModel model) throws Exception {
    Path file = pretrained(model);
    TinyRun tiny = TinyRun.fineTuning(root, model);
    ExperimentConfig config = tiny.config("PRETRAINED", file.toString());
    StopRequest stop = new StopRequest(() -> false, tiny.folder(config));
    List<RunEvent> events = new ArrayList<>();
    try (TorchEngine engine = TorchEngine.start("cpu");
        Stage stage =
            FineTuningPlan.of(config, true, false, stop)
                .open(engine, tiny.folder(config), events::add)) {
      engine.enterThread(true);
      Map<String, Object> fresh = StateDict.capture(stage.network().parameters());
      stage.begin();
      Map<String, Object> loaded = StateDict.capture(stage.network().parameters());
      Map<String, Object> source = CheckpointFile.open(file).training().model();
      int compared = 0;
      for (String name : stage.network().parameters().parameters().keySet()) {
        if (name.startsWith("head.") || name.startsWith("fc_norm.")) {
          assertEquals(bits(fresh, name), bits(loaded, name), name);
          continue;
        }
        boolean table = model == TinyModel.VIT && name.endsWith("relative_position_bias_table");
        assertEquals(
            bits(source, table ? SHARED_TABLE : "encoder." + name), bits(loaded, name), name);
        compared++;
      }
      assertEquals(loaded.size() - untouched(stage), compared);
      assertNotEquals(
          bits(fresh, "patch_embed.proj.weight"), bits(loaded, "patch_embed.proj.weight"));
    }
    assertTrue(events.stream().allMatch(Note.class::isInstance), events.toString());
    assertTrue(events.toString().contains("holds a pre-training"), events.toString());
  }

  // Buffers, and what a classifier alone has.
  private static int untouched(Stage stage) {
    return (int)
        stage.network().parameters().state().keySet().stream()
            .filter(
                name ->
                    !stage.network().parameters().parameters().containsKey(name)
                        || name.startsWith("head.")
                        || name.startsWith("fc_norm."))
            .count();
  }

  private static Object bits(Map<String, Object> state, String name) {
    return ((TensorData) state.get(name)).view();
  }

  @Test
  void aRunBeginsWithItAndSaysSo() throws Exception {
    Path file = pretrained(TinyModel.SWIN);
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.SWIN);
    ExperimentConfig config = tiny.config("PRETRAINED", file.toString(), "TRAIN.EPOCHS", 1);
    Story story = tiny.run(config);
    assertEquals(Outcome.FINISHED, story.outcome());
    List<Note> notes = story.all(Note.class);
    assertTrue(notes.get(0).message().contains(file.toString()), notes.toString());
    Story scratch = tiny.run(tiny.config("TAG", "scratch", "TRAIN.EPOCHS", 1));
    assertNotEquals(
        scratch.all(Step.class).get(0).gradNorm(), story.all(Step.class).get(0).gradNorm());
  }

  @Test
  void aFineTunedModelOfOtherClassesLendsItsEncoder() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.VIT);
    ExperimentConfig first = tiny.config("TRAIN.EPOCHS", 1);
    tiny.run(first);
    Path two = ClassFolders.write(root.resolve("two"), 8, "x", "y");
    Path file = tiny.folder(first).checkpoint(0);
    Story story =
        tiny.run(
            tiny.config(
                "PRETRAINED",
                file.toString(),
                "DATA.DATA_PATH",
                two.toString(),
                "TAG",
                "two",
                "TRAIN.EPOCHS",
                1));
    assertEquals(Outcome.FINISHED, story.outcome());
    assertTrue(story.all(Note.class).toString().contains("head"), story.events().toString());
  }

  private static String refusal(Class<? extends Exception> type, TinyRun tiny, Object... changes) {
    String message = assertThrows(type, () -> tiny.run(tiny.config(changes))).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.endsWith("."), message);
    return message;
  }

  @Test
  void aPartOfTheEncoderIsRefusedUnlessAllowed() throws Exception {
    String shallow = pretrained(TinyModel.VIT, "MODEL.VIT.DEPTH", 2).toString();
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.VIT);
    String message = refusal(CheckpointException.class, tiny, "PRETRAINED", shallow);
    assertTrue(message.contains("--allow-partial"), message);
    TinyRun allowing = TinyRun.fineTuning(root, TinyModel.VIT, true);
    Story story =
        allowing.run(tiny.config("PRETRAINED", shallow, "TAG", "allowed", "TRAIN.EPOCHS", 1));
    assertEquals(Outcome.FINISHED, story.outcome());
  }

  @Test
  void aFileThatIsNotThereIsRefused() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.VIT);
    String file = root.resolve("gone.pth").toString();
    assertTrue(refusal(CheckpointException.class, tiny, "PRETRAINED", file).contains("gone.pth"));
  }

  @Test
  void aValidationClassThatTrainingLacksIsRefusedBeforeAnythingIsWritten() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.VIT);
    ClassFolders.write(tiny.images().resolve("val"), 1, "wasp");
    assertTrue(refusal(DataException.class, tiny).contains("wasp"));
    assertTrue(Files.notExists(tiny.output()));
  }

  @Test
  void theFolderOfAnotherStageIsRefused() throws Exception {
    TinyRun before = TinyRun.pretraining(root);
    before.run(before.config("TRAIN.EPOCHS", 1));
    Path labelled = root.resolve("labelled");
    TinyRun tiny = TinyRun.fineTuning(labelled, TinyModel.SWIN);
    String message = refusal(DataException.class, tiny, "OUTPUT", before.output().toString());
    assertTrue(message.contains("pretrain") && message.contains("--tag"), message);
  }
}
