package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.EventReader;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Checkpoint;
import io.simmim.core.run.RunEvent.Ended;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Preview;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Warning;
import io.simmim.core.run.RunFolder;
import io.simmim.core.testing.FaultTable;
import io.simmim.core.testing.Faults;
import io.simmim.core.testing.SmallDisk;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes nothing does not end a training, and tears no file. */
@Tag("fault")
@ExtendWith(Faults.class)
class FullDiskTest {

  private static final int KILOBYTES = 4096;

  @TempDir private Path root;
  private TinyRun tiny;

  @BeforeEach
  void draw() throws Exception {
    tiny = TinyRun.pretraining(root);
  }

  /** Does something at a moment of a run. */
  private interface When {
    void happened(RunEvent event) throws Exception;
  }

  private Story run(ExperimentConfig config, When when, AtomicBoolean stop) throws Exception {
    List<RunEvent> events = new ArrayList<>();
    Outcome outcome =
        tiny.training(config)
            .execute(
                event -> {
                  events.add(event);
                  try {
                    when.happened(event);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                },
                stop::get);
    return new Story(outcome, events);
  }

  private static boolean says(RunEvent event, String part) {
    return event instanceof Warning warning && warning.message().contains(part);
  }

  private static boolean isStep(RunEvent event, long step) {
    return event instanceof Step happened && happened.step() == step;
  }

  private void assertAsUndisturbed(ExperimentConfig config) throws Exception {
    ExperimentConfig undisturbed = config.with("TAG", "u").with("OUTPUT", tiny.output().toString());
    tiny.run(undisturbed);
    TinyRun.assertSameBits(
        tiny.checkpoint(undisturbed, config.train().epochs() - 1),
        CheckpointFile.open(folder(config).checkpoint(config.train().epochs() - 1)).training());
  }

  private static RunFolder folder(ExperimentConfig config) {
    return RunFolder.of(Path.of(config.output()), config.model().name(), config.tag());
  }

  private ExperimentConfig on(SmallDisk disk, Object... changes) throws Exception {
    return tiny.config(changes).with("OUTPUT", disk.path().toString());
  }

  private static void assertNoTornFile(ExperimentConfig config) throws Exception {
    for (RunFolder.EpochPath file : folder(config).checkpoints()) {
      CheckpointFile.open(file.path());
    }
  }

  @Test
  void atACheckpointTheTrainingGoesOnAndSaysSo(FaultTable table) throws Exception {
    try (SmallDisk disk = SmallDisk.of(root.resolve("disk"), KILOBYTES)) {
      ExperimentConfig config = on(disk, "TRAIN.EPOCHS", 3);
      table.trying(
          "disk full at a checkpoint",
          () -> {
            Story story =
                run(
                    config,
                    event -> {
                      if (isStep(event, 6)) {
                        disk.fill(8);
                      } else if (isStep(event, 9)) {
                        assertNoTornFile(config);
                        disk.free();
                      }
                    },
                    new AtomicBoolean());
            assertEquals(Outcome.FINISHED, story.outcome());
            String said = story.only(Warning.class).message();
            assertTrue(said.contains("ckpt_epoch_1.pth") && said.contains("goes on"), said);
            assertEquals(
                List.of(0, 2),
                story.all(Checkpoint.class).stream().map(Checkpoint::epoch).toList());
            assertAsUndisturbed(config);
          });
    }
  }

  @Test
  void atTheLastCheckpointTheTrainingWaits(FaultTable table) throws Exception {
    try (SmallDisk disk = SmallDisk.of(root.resolve("disk"), KILOBYTES)) {
      ExperimentConfig config = on(disk);
      table.trying(
          "disk full at the last checkpoint",
          () -> {
            Story story =
                run(
                    config,
                    event -> {
                      if (isStep(event, 6)) {
                        disk.fill(8);
                      } else if (says(event, "waits with its last state")) {
                        disk.free();
                      }
                    },
                    new AtomicBoolean());
            assertEquals(Outcome.FINISHED, story.outcome());
            assertAsUndisturbed(config);
          });
    }
  }

  @Test
  void aUserWhoStopsTheWaitingKeepsTheCheckpointBefore(FaultTable table) throws Exception {
    try (SmallDisk disk = SmallDisk.of(root.resolve("disk"), KILOBYTES)) {
      ExperimentConfig config = on(disk);
      AtomicBoolean stop = new AtomicBoolean();
      table.trying(
          "disk full at the last checkpoint, given up",
          () -> {
            When when =
                event -> {
                  if (isStep(event, 6)) {
                    disk.fill(8);
                  } else if (says(event, "waits with its last state")) {
                    stop.set(true);
                  }
                };
            assertThrows(CheckpointException.class, () -> run(config, when, stop));
            assertNoTornFile(config);
            disk.free();
            assertEquals(Outcome.FINISHED, run(config, event -> {}, new AtomicBoolean()).outcome());
            assertAsUndisturbed(config);
          });
    }
  }

  @Test
  void atTheLogNoEventIsLost(FaultTable table) throws Exception {
    try (SmallDisk disk = SmallDisk.of(root.resolve("disk"), KILOBYTES)) {
      ExperimentConfig config = on(disk, "TRAIN.EPOCHS", 20, "SAVE_FREQ", 100);
      table.trying(
          "disk full at the log",
          () -> {
            Story story =
                run(
                    config,
                    event -> {
                      if (isStep(event, 6)) {
                        disk.fill(0);
                      } else if (isStep(event, 70)) {
                        disk.free();
                      }
                    },
                    new AtomicBoolean());
            assertEquals(Outcome.FINISHED, story.outcome());
            assertEquals(1, story.events().stream().filter(e -> says(e, "is kept until")).count());
            List<RunEvent> read = new EventReader(folder(config).events()).poll();
            assertEquals(
                LongStream.range(0, 80).boxed().toList(),
                steps(read).stream().map(Step::step).toList());
            assertEquals(
                1, read.stream().filter(e -> says(e, "takes the run's log again")).count());
            assertTrue(read.get(read.size() - 1) instanceof Ended);
            String text = Files.readString(folder(config).log(0));
            assertTrue(text.contains("the disk refused"), text);
          });
    }
  }

  private static List<Step> steps(List<RunEvent> events) {
    return events.stream().filter(Step.class::isInstance).map(Step.class::cast).toList();
  }

  @Test
  void atAPreviewOnlyThePictureIsMissing(FaultTable table) throws Exception {
    ExperimentConfig config = tiny.config();
    RunFolder folder = tiny.folder(config);
    Files.createDirectories(folder.previews());
    Files.writeString(folder.preview(0), "a file where a folder should be");
    table.trying(
        "disk fault at a preview",
        () -> {
          Story story = tiny.run(config);
          assertEquals(Outcome.FINISHED, story.outcome());
          assertEquals(1, story.only(Preview.class).epoch());
          String said = story.only(Warning.class).message();
          assertTrue(said.contains("epoch_0000"), said);
        });
  }

  @Test
  void atACheckpointWithoutTheRightToWriteTheTrainingGoesOnAsWell(FaultTable table)
      throws Exception {
    ExperimentConfig config = tiny.config();
    RunFolder folder = tiny.folder(config);
    Files.createDirectories(folder.checkpoint(0).resolve("in the way"));
    table.trying(
        "checkpoint that cannot be renamed",
        () -> {
          Story story = tiny.run(config.with("MODEL.RESUME", "").with("TRAIN.AUTO_RESUME", false));
          assertEquals(Outcome.FINISHED, story.outcome());
          assertEquals(1, story.only(Checkpoint.class).epoch());
          assertTrue(story.only(Warning.class).message().contains("ckpt_epoch_0.pth"));
        });
  }

  @Test
  void aReadOnlyFolderIsRefusedBeforeTheStart(FaultTable table) throws Exception {
    try (SmallDisk disk = SmallDisk.of(root.resolve("disk"), KILOBYTES)) {
      disk.makeReadOnly();
      ExperimentConfig config = on(disk);
      table.trying(
          "read-only output folder",
          () -> {
            String said = assertThrows(DataException.class, () -> tiny.run(config)).getMessage();
            assertTrue(said.contains("choose a folder that can be written"), said);
            assertEquals(1, said.lines().count(), said);
          });
    }
  }
}
