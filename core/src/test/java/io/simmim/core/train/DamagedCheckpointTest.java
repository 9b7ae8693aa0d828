package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.run.CheckpointManifest;
import io.simmim.core.run.RunEvent.Checkpoint;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Warning;
import io.simmim.core.run.RunFolder;
import io.simmim.core.testing.FaultTable;
import io.simmim.core.testing.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run goes on from the newest checkpoint that is as it was saved, and says what it passed over.
 */
@Tag("fault")
@ExtendWith(Faults.class)
class DamagedCheckpointTest {

  @TempDir private Path root;
  private TinyRun tiny;
  private ExperimentConfig config;
  private RunFolder folder;
  private Path newest;
  private byte[] whole;

  @BeforeEach
  void train() throws Exception {
    tiny = TinyRun.pretraining(root);
    config = tiny.config();
    tiny.run(config);
    folder = tiny.folder(config);
    newest = folder.checkpoint(1);
    whole = Files.readAllBytes(newest);
  }

  private void assertFallsBack() throws Exception {
    ResumeChoice choice = ResumeChoice.of(config, folder);
    assertEquals(folder.checkpoint(0), choice.file().orElseThrow());
    String said = String.join("\n", choice.remarks());
    assertTrue(said.contains(newest.toString()), said);
    assertTrue(said.contains("The run goes on from ckpt_epoch_0.pth"), said);
    assertEquals(1, said.lines().count(), said);
  }

  private void flipBits(FaultTable table, int times, Random random) throws Exception {
    for (int i = 0; i < times; i++) {
      byte[] flipped = whole.clone();
      int at = random.nextInt(whole.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(newest, flipped);
      table.trying("bit-flipped newest checkpoint", this::assertFallsBack);
    }
  }

  private void cutOff(FaultTable table, int times, Random random) throws Exception {
    for (int i = 0; i < times; i++) {
      Files.write(newest, Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1)));
      table.trying("truncated newest checkpoint", this::assertFallsBack);
    }
  }

  @Test
  void oneOfWhichABitIsFlippedOrTheEndIsMissing(FaultTable table) throws Exception {
    flipBits(table, 10, new Random(1));
    cutOff(table, 5, new Random(2));
  }

  @Test
  @Tag("faults")
  void oneThatIsDamagedAnywhere(FaultTable table) throws Exception {
    flipBits(table, 400, new Random(3));
    cutOff(table, 200, new Random(4));
  }

  @Test
  void oneThatIsEmpty(FaultTable table) throws Exception {
    Files.write(newest, new byte[0]);
    table.trying("zero-byte newest checkpoint", this::assertFallsBack);
  }

  @Test
  void oneThatCannotBeRead(FaultTable table) throws Exception {
    Files.delete(newest);
    Files.createDirectories(newest);
    table.trying("unreadable newest checkpoint", this::assertFallsBack);
  }

  @Test
  void anotherWholeFileUnderItsName(FaultTable table) throws Exception {
    Files.copy(folder.checkpoint(0), newest, StandardCopyOption.REPLACE_EXISTING);
    table.trying("newest checkpoint replaced by an older one", this::assertFallsBack);
  }

  @Test
  void withoutAManifestTheChecksumsInTheFilesDecide(FaultTable table) throws Exception {
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 8;
    Files.write(newest, flipped);
    Files.delete(folder.checkpointManifest());
    table.trying("bit-flipped newest checkpoint, manifest lost", this::assertFallsBack);
  }

  @Test
  void aDamagedManifestIsSaidAndTheFilesAreTaken(FaultTable table) throws Exception {
    Files.writeString(folder.checkpointManifest(), "{\"checkpoints\": [{\"file\"");
    table.trying(
        "damaged manifest of checkpoints",
        () -> {
          ResumeChoice choice = ResumeChoice.of(config, folder);
          assertEquals(newest, choice.file().orElseThrow());
          assertTrue(choice.remarks().get(0).contains("checkpoints.json"));
          assertEquals(Outcome.FINISHED, tiny.run(config.with("TRAIN.EPOCHS", 3)).outcome());
          assertEquals(
              1, CheckpointManifest.read(folder.checkpointManifest()).checkpoints().size());
        });
  }

  @Test
  void oneThatWasSavedJustBeforeACrashIsTakenAlthoughItIsNotListed(FaultTable table)
      throws Exception {
    CheckpointManifest listed = CheckpointManifest.read(folder.checkpointManifest());
    listed
        .without(saved -> saved.file().equals(newest.getFileName().toString()))
        .write(folder.checkpointManifest());
    table.trying(
        "crash between checkpoint and manifest",
        () -> assertEquals(newest, ResumeChoice.of(config, folder).file().orElseThrow()));
  }

  @Test
  void whatWasSavedLastIsTakenEvenWhenAnEarlierLifeCameFurther() throws Exception {
    String early = folder.checkpoint(0).toString();
    tiny.run(tiny.config("TRAIN.EPOCHS", 4));
    ExperimentConfig back = tiny.config("TRAIN.EPOCHS", 4, "MODEL.RESUME", early);
    tiny.stoppedAfter(1, back);
    ResumeChoice choice = ResumeChoice.of(tiny.config("TRAIN.EPOCHS", 4), folder);
    assertEquals(newest, choice.file().orElseThrow(), "the stop was in epoch 1");
  }

  @Test
  void nothingBeginsAnewOverCheckpointsThatAreAllDamaged() throws Exception {
    Files.write(newest, new byte[9]);
    Files.write(folder.checkpoint(0), new byte[9]);
    assertThrows(CheckpointException.class, () -> tiny.run(config));
    assertEquals(9, Files.size(newest));
  }

  @Test
  void theResumedRunSaysItInItsLogAndEndsWell(FaultTable table) throws Exception {
    Files.write(newest, new byte[0]);
    table.trying(
        "zero-byte newest checkpoint",
        () -> {
          Story story = tiny.run(config);
          assertEquals(1, story.only(Started.class).startEpoch());
          String said = story.only(Warning.class).message();
          assertTrue(said.contains("The run goes on from ckpt_epoch_0.pth"), said);
          assertTrue(Files.readString(folder.log(0)).contains(said));
          assertEquals(
              List.of("ckpt_epoch_1.pth"),
              story.all(Checkpoint.class).stream().map(Checkpoint::file).toList());
        });
  }
}
