package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.run.EventReader;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Checkpoint;
import io.simmim.core.run.RunEvent.Ended;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Warning;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunLock;
import io.simmim.core.run.RunStatus;
import io.simmim.core.run.RunSummary;
import io.simmim.core.testing.FaultTable;
import io.simmim.core.testing.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody deletes what a training has written, while it trains. */
@Tag("fault")
@ExtendWith(Faults.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files in use cannot be deleted there")
class RemovedFolderTest {

  @TempDir private Path root;
  private TinyRun tiny;
  private ExperimentConfig config;
  private RunFolder folder;

  @BeforeEach
  void draw() throws Exception {
    tiny = TinyRun.pretraining(root);
    config = tiny.config("TRAIN.EPOCHS", 3);
    folder = tiny.folder(config);
  }

  private interface Deed {
    void run() throws Exception;
  }

  private Story runAnd(long step, Deed deed) throws Exception {
    List<RunEvent> events = new ArrayList<>();
    Outcome outcome =
        tiny.training(config)
            .execute(
                event -> {
                  events.add(event);
                  if (event instanceof Step at && at.step() == step) {
                    perform(deed);
                  }
                },
                () -> false);
    return new Story(outcome, events);
  }

  private static void perform(Deed deed) {
    try {
      deed.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void deleteFolder() throws IOException {
    try (Stream<Path> files = Files.walk(tiny.output())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<String> saved(Story story) {
    return story.all(Checkpoint.class).stream().map(Checkpoint::file).toList();
  }

  @Test
  void aFolderThatIsDeletedIsMadeAnewAndTheRunIsTheSame(FaultTable table) throws Exception {
    table.trying(
        "run folder deleted while the run writes there",
        () -> {
          Story story = runAnd(5, this::deleteFolder);
          assertEquals(Outcome.FINISHED, story.outcome());
          assertTrue(story.only(Warning.class).message().contains("made anew"));
          assertTrue(saved(story).contains("ckpt_epoch_1_step_2.pth"), "at once");
          assertTrue(Files.exists(folder.config()) && Files.exists(folder.probeOriginal(0)));
          List<RunEvent> told = new EventReader(folder.events()).poll();
          assertTrue(told.get(0) instanceof Started);
          assertTrue(told.get(told.size() - 1) instanceof Ended);
          assertEquals(RunStatus.FINISHED, RunSummary.read(folder).status());
          ExperimentConfig undisturbed = config.with("TAG", "undisturbed");
          tiny.run(undisturbed);
          TinyRun.assertSameBits(tiny.checkpoint(undisturbed, 2), tiny.checkpoint(config, 2));
        });
  }

  @Test
  void aFolderThatAnotherRunHasTakenMeanwhileIsLeftToIt(FaultTable table) throws Exception {
    List<RunLock> other = new ArrayList<>();
    table.trying(
        "run folder deleted and taken by another run",
        () -> {
          String said =
              assertThrows(
                      DataException.class,
                      () ->
                          runAnd(
                              5,
                              () -> {
                                deleteFolder();
                                other.add(RunLock.acquire(folder));
                              }))
                  .getMessage();
          assertTrue(said.contains("in use by"), said);
          assertEquals(List.of(), folder.checkpoints());
          assertEquals(List.of(), folder.interimCheckpoints());
        });
    other.get(0).close();
  }

  @Test
  void aNewestCheckpointThatIsDeletedIsReplacedAtOnce(FaultTable table) throws Exception {
    table.trying(
        "newest checkpoint deleted while the run goes on",
        () -> {
          Story story = runAnd(4, () -> Files.delete(folder.checkpoint(0)));
          assertEquals(
              List.of("ckpt_epoch_0.pth", "ckpt_epoch_1_step_1.pth"), saved(story).subList(0, 2));
        });
  }

  @Test
  void aTornLastLineOfTheEventsIsPassedOver(FaultTable table) throws Exception {
    tiny.stoppedAfter(3, config);
    Files.writeString(folder.events(), "{\"type\":\"step\",\"time\":17", StandardOpenOption.APPEND);
    Files.writeString(folder.log(0), "[2026-11", StandardOpenOption.APPEND);
    table.trying(
        "torn last line of events.jsonl",
        () -> {
          assertEquals(RunStatus.STOPPED, RunSummary.read(folder).status());
          assertEquals(Outcome.FINISHED, tiny.run(config).outcome());
          List<RunEvent> told = new EventReader(folder.events()).poll();
          assertEquals(Files.readAllLines(folder.events()).size(), told.size());
          assertEquals(12, told.stream().filter(Step.class::isInstance).count());
        });
  }
}
