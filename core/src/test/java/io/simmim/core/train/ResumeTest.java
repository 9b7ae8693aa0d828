package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.checkpoint.TrainingCheckpoint.Origin;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.ConfigException;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.run.RunEvent.Epoch;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Warning;
import io.simmim.core.run.RunFolder;
import io.simmim.core.testing.FaultTable;
import io.simmim.core.testing.Faults;
import io.simmim.core.testing.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that was interrupted ends as if nothing had happened. */
@ExtendWith(Faults.class)
class ResumeTest {

  @TempDir private Path root;
  private TinyRun tiny;

  @BeforeEach
  void draw() throws Exception {
    tiny = TinyRun.pretraining(root);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.0, 0, 1", // in the warm-up, where the second step still has the first rate
    "3, 0.0, 0, 0",
    "6, 0.0, 0, 3", // in the middle of the second epoch
    "4, 0.0, 0, 1", // between two epochs
    "6, 0.5, 0, 2", // with drop path
    "5, 0.0, 2, 1", // with accumulation, asked within a sum
    "3, 0.3, 3, 1" // with both, and a remainder that is thrown away
  })
  void endsWithTheSameBitsAsAnUninterruptedRun(
      int steps, double dropPath, int accumulation, int workersAfter) throws Exception {
    ExperimentConfig config =
        tiny.config("MODEL.DROP_PATH_RATE", dropPath, "TRAIN.ACCUMULATION_STEPS", accumulation);
    InterruptedRun.of(tiny, config, parts -> tiny.stoppedAfter(steps, parts), workersAfter);
  }

  @Test
  void aRunWithSgdEndsWithTheSameBitsAsWell() throws Exception {
    ExperimentConfig config = tiny.config("TRAIN.OPTIMIZER.NAME", "sgd");
    InterruptedRun.of(tiny, config, parts -> tiny.stoppedAfter(6, parts), 0);
  }

  @Test
  void dropPathAndAnotherSeedDoChangeTheRun() throws Exception {
    double plain = lastLoss(tiny.config("TAG", "a"));
    assertNotEquals(plain, lastLoss(tiny.config("TAG", "b", "MODEL.DROP_PATH_RATE", 0.5)));
    assertNotEquals(plain, lastLoss(tiny.config("TAG", "c", "SEED", 7L)));
    assertEquals(plain, lastLoss(tiny.config("TAG", "d")));
  }

  private double lastLoss(ExperimentConfig config) throws Exception {
    List<Step> steps = tiny.run(config).all(Step.class);
    return steps.get(steps.size() - 1).loss();
  }

  @Test
  void autoResumeTakesTheHighestEpochWhateverTheFileTimes() throws Exception {
    ExperimentConfig config = tiny.config();
    tiny.run(config);
    RunFolder folder = tiny.folder(config);
    Files.setLastModifiedTime(folder.checkpoint(0), FileTime.from(Instant.now().plusSeconds(3600)));
    Started started = tiny.run(config.with("TRAIN.EPOCHS", 3)).only(Started.class);
    assertEquals(2, started.startEpoch());
    assertEquals(folder.checkpoint(1).toString(), started.resumedFrom());
  }

  @Test
  void aDamagedCheckpointIsSaidAndTheOneBeforeItTaken() throws Exception {
    ExperimentConfig config = tiny.config();
    tiny.run(config);
    Path newest = tiny.folder(config).checkpoint(1);
    Files.write(newest, Arrays.copyOf(Files.readAllBytes(newest), 5000));
    Story story = tiny.run(config);
    assertEquals(1, story.only(Started.class).startEpoch());
    assertTrue(story.only(Warning.class).message().contains(newest.toString()));
    assertEquals(Outcome.FINISHED, story.outcome());
  }

  @Test
  void neverBeginsAnewOverCheckpointsThatCannotBeRead() throws Exception {
    ExperimentConfig config = tiny.config("TRAIN.EPOCHS", 1);
    tiny.run(config);
    Files.write(tiny.folder(config).checkpoint(0), new byte[9]);
    assertThrows(CheckpointException.class, () -> tiny.run(config));
  }

  @Test
  void anExplicitChoiceWinsOverAutoResume() throws Exception {
    ExperimentConfig config = tiny.config();
    tiny.run(config);
    Path early = tiny.folder(config).checkpoint(0);
    Started started = tiny.run(config.with("MODEL.RESUME", early.toString())).only(Started.class);
    assertEquals(1, started.startEpoch());
    assertEquals(4, started.startStep());
    assertEquals(early.toString(), started.resumedFrom());
  }

  @Test
  void withoutAutoResumeItBeginsAnew() throws Exception {
    ExperimentConfig config = tiny.config("TRAIN.AUTO_RESUME", false);
    tiny.run(config);
    assertEquals(0, tiny.run(config).only(Started.class).startEpoch());
  }

  @Test
  void withAnotherBatchSizeTheEpochBeginsAnewAndThatIsSaid() throws Exception {
    ExperimentConfig config = tiny.config();
    tiny.stoppedAfter(6, config);
    Story story = tiny.runChanged(config.with("DATA.BATCH_SIZE", 3));
    assertEquals(Outcome.FINISHED, story.outcome());
    Started started = story.only(Started.class);
    assertEquals(1, started.startEpoch());
    assertEquals(3, started.startStep());
    assertEquals(3, story.all(Step.class).size());
    List<String> said = story.all(Warning.class).stream().map(Warning::message).toList();
    assertEquals("Not as when the checkpoint was saved: DATA.BATCH_SIZE 3 (was 2).", said.get(0));
    assertTrue(said.get(1).contains("Epoch 1 begins anew"), said.get(1));
  }

  @Test
  void aCheckpointTakenWithinAnEpochNamesTheLastWholeOne() throws Exception {
    ExperimentConfig config = tiny.config();
    tiny.stoppedAfter(6, config);
    // The official scripts go on at the epoch after this one.
    assertEquals(0, tiny.checkpoint(config, 1).epoch());
    assertEquals(1, tiny.checkpoint(config, 1).position().orElseThrow().epoch());
    Object step = tiny.checkpoint(config, 1).optimizer().get("state");
    var first = (java.util.Map<?, ?>) ((java.util.Map<?, ?>) step).get(0L);
    assertEquals(6f, ((TensorData) first.get("step")).floats()[0]);
  }

  @Test
  @Tag("fault")
  void anotherConfigurationIsRefusedWithWhatIsDifferentAndLeavesTheRunAsItWas(FaultTable table)
      throws Exception {
    table.trying(
        "resume with another configuration",
        () -> {
          ExperimentConfig config = tiny.config();
          tiny.stoppedAfter(2, config);
          String before = Files.readString(tiny.folder(config).config());
          ExperimentConfig other = config.with("TRAIN.BASE_LR", 0.1).with("SEED", 3L);
          String message = assertThrows(ConfigException.class, () -> tiny.run(other)).getMessage();
          assertTrue(message.contains("TRAIN.BASE_LR 0.1 (was 0.2), SEED 3 (was 0)"), message);
          assertTrue(message.contains("--allow-changes"), message);
          assertEquals(before, Files.readString(tiny.folder(config).config()));
          assertEquals(Outcome.FINISHED, tiny.run(config).outcome());
        });
  }

  @Test
  void anExplicitChoiceMayGoOnWithAnotherConfigurationAndThatIsSaid() throws Exception {
    ExperimentConfig config = tiny.config();
    tiny.run(config);
    String file = tiny.folder(config).checkpoint(0).toString();
    ExperimentConfig other = config.with("TRAIN.BASE_LR", 0.1).with("MODEL.RESUME", file);
    String said = tiny.run(other).only(Warning.class).message();
    assertTrue(said.contains("TRAIN.BASE_LR 0.1 (was 0.2)"), said);
  }

  @Test
  @Tag("fault")
  void otherImagesAreRefused(FaultTable table) throws Exception {
    table.trying(
        "resume with other images",
        () -> {
          ExperimentConfig config = tiny.config();
          tiny.stoppedAfter(2, config);
          ImageEncoder.png().write(Pictures.noise(70, 80, 99), tiny.images().resolve("more.png"));
          String message = assertThrows(ConfigException.class, () -> tiny.run(config)).getMessage();
          assertTrue(message.contains("other images"), message);
          assertEquals(Outcome.FINISHED, tiny.runChanged(config).outcome());
        });
  }

  @Test
  @Tag("fault")
  void anotherVersionIsSaid(FaultTable table) throws Exception {
    table.trying(
        "resume with another version or device",
        () -> {
          ExperimentConfig config = tiny.config();
          tiny.stoppedAfter(2, config);
          TrainingCheckpoint saved = tiny.checkpoint(config, 0);
          Origin origin = saved.origin().orElseThrow();
          Origin older = new Origin("0.0.9", origin.data(), "cuda:0");
          ResumeDifferences differences = ResumeDifferences.of(saved, config, older);
          assertEquals(List.of(), differences.changes());
          assertEquals(
              List.of(
                  "version 0.0.9 of this program (was " + origin.version() + ")",
                  "device cuda:0 (was cpu)"),
              differences.others());
        });
  }

  @Test
  void theMeanOfAnEpochCountsTheStepsBeforeTheInterruption() throws Exception {
    ExperimentConfig config = tiny.config();
    InterruptedRun run = InterruptedRun.of(tiny, config, parts -> tiny.stoppedAfter(6, parts), 0);
    assertEquals(
        run.whole().all(Epoch.class).get(1).meanLoss(), run.second().only(Epoch.class).meanLoss());
  }
}
