package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.run.CheckpointManifest;
import io.simmim.core.run.CheckpointManifest.Saved;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Checkpoint;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Pruned;
import io.simmim.core.run.RunEvent.Warning;
import io.simmim.core.run.RunFolder;
import io.simmim.core.testing.FaultTable;
import io.simmim.core.testing.Faults;
import io.simmim.core.testing.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Which checkpoints a run keeps, and that each is as its manifest says. */
@Tag("fault")
@ExtendWith(Faults.class)
class KeptCheckpointsTest {

  @TempDir private Path root;

  private static Saved whole(int epoch, double score) {
    return new Saved("ckpt_epoch_" + epoch + ".pth", 1, "", epoch + 1, 0, score);
  }

  private static Saved within(int epoch, int step) {
    String name = "ckpt_epoch_" + epoch + "_step_" + step + ".pth";
    return new Saved(name, 1, "", epoch, step, Double.NaN);
  }

  private static List<String> surplus(int keepLast, boolean keepBest, Saved... saved) {
    return new Surplus(keepLast, keepBest).of(List.of(saved)).stream().map(Saved::file).toList();
  }

  @Test
  void allOfWholeEpochsAreKeptUnlessAskedOtherwise() {
    assertEquals(List.of(), surplus(0, true, whole(0, 1), whole(1, 2), whole(2, 3)));
  }

  @Test
  void theNewestAndTheBestAreKept() {
    Saved[] saved = {whole(0, 9), whole(1, 2), whole(2, 3), whole(3, 4)};
    assertEquals(List.of("ckpt_epoch_1.pth"), surplus(2, true, saved));
    assertEquals(List.of("ckpt_epoch_0.pth", "ckpt_epoch_1.pth"), surplus(2, false, saved));
  }

  @Test
  void thoseWithinEpochsGoWhenTwoNewerOnesAreThere() {
    assertEquals(List.of(), surplus(1, true, whole(0, 1), within(1, 3)));
    assertEquals(
        List.of("ckpt_epoch_1_step_3.pth"),
        surplus(1, true, whole(0, 1), within(1, 3), within(1, 6), within(1, 9)));
    assertEquals(
        List.of("ckpt_epoch_0.pth", "ckpt_epoch_1_step_3.pth"),
        surplus(1, false, whole(0, 1), within(1, 3), whole(1, 0), within(2, 3)));
  }

  private static List<String> files(RunFolder folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.path())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".pth"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aRunLeavesTheNewestAndTheBestAndAManifestThatIsTrue() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.SWIN);
    ExperimentConfig config =
        tiny.config("TRAIN.EPOCHS", 5, "KEEP_LAST", 1, "KEEP_BEST", false, "SAVE_STEPS", 3);
    Story story = tiny.run(config);
    RunFolder folder = tiny.folder(config);
    CheckpointManifest manifest = CheckpointManifest.read(folder.checkpointManifest());
    assertEquals(List.of("ckpt_epoch_4.pth", "ckpt_epoch_4_step_3.pth"), files(folder));
    assertEquals(
        List.of("ckpt_epoch_4_step_3.pth", "ckpt_epoch_4.pth"),
        manifest.checkpoints().stream().map(Saved::file).toList());
    assertTrue(manifest.checkpoints().stream().allMatch(saved -> saved.isIntact(folder)));
    List<String> told = new ArrayList<>();
    story.all(Checkpoint.class).forEach(saved -> told.add(saved.file()));
    story.all(Pruned.class).forEach(gone -> told.removeAll(gone.files()));
    assertEquals(files(folder), told.stream().sorted().toList());
  }

  @Test
  void theBestByAccuracyStays() throws Exception {
    TinyRun tiny = TinyRun.fineTuning(root, TinyModel.SWIN);
    ExperimentConfig config = tiny.config("TRAIN.EPOCHS", 4, "KEEP_LAST", 1);
    Story story = tiny.run(config);
    double best =
        story.all(RunEvent.Validation.class).stream()
            .mapToDouble(RunEvent.Validation::top1)
            .max()
            .orElseThrow();
    CheckpointManifest manifest = CheckpointManifest.read(tiny.folder(config).checkpointManifest());
    assertTrue(manifest.checkpoints().size() <= 2);
    assertTrue(manifest.checkpoints().stream().anyMatch(saved -> saved.score() == best));
  }

  @Test
  void nothingIsDeletedWhenTheNewestDoesNotReadBackAsItWasWritten(FaultTable table)
      throws Exception {
    TinyRun tiny = TinyRun.pretraining(root);
    ExperimentConfig config = tiny.config("TRAIN.EPOCHS", 3, "KEEP_LAST", 1, "KEEP_BEST", false);
    RunFolder folder = tiny.folder(config);
    List<RunEvent> told = new ArrayList<>();
    table.trying(
        "newest checkpoint damaged before older ones are deleted",
        () -> {
          Outcome outcome =
              tiny.training(config)
                  .execute(
                      event -> {
                        told.add(event);
                        if (event instanceof Checkpoint saved && saved.epoch() == 1) {
                          cutOff(folder.checkpoint(1));
                        }
                      },
                      () -> false);
          assertEquals(Outcome.FINISHED, outcome);
          String said = new Story(outcome, told).only(Warning.class).message();
          assertTrue(said.contains("does not read back"), said);
          assertEquals(
              List.of(List.of("ckpt_epoch_0.pth", "ckpt_epoch_1.pth")),
              new Story(outcome, told).all(Pruned.class).stream().map(Pruned::files).toList());
        });
  }

  private static void cutOff(Path file) {
    try {
      Files.write(file, new byte[3]);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
