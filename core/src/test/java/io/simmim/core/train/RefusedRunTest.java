package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.EngineException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.EventReader;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Ended;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Warning;
import io.simmim.core.run.RunLock;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that cannot begin, or that fail on the way. */
class RefusedRunTest {

  @TempDir private Path root;
  private TinyRun tiny;

  @BeforeEach
  void draw() throws Exception {
    tiny = TinyRun.pretraining(root);
  }

  private String refusal(Class<? extends SimMimException> type, ExperimentConfig config) {
    String message = assertThrows(type, () -> tiny.run(config)).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.endsWith("."), message);
    return message;
  }

  private List<RunEvent> story(ExperimentConfig config) throws DataException {
    return new EventReader(tiny.folder(config).events()).poll();
  }

  private Ended assertFailed(ExperimentConfig config) throws DataException {
    List<RunEvent> events = story(config);
    Ended ended = (Ended) events.get(events.size() - 1);
    assertEquals(Outcome.FAILED, ended.outcome());
    RunManifest manifest = RunManifest.read(tiny.folder(config).manifest()).orElseThrow();
    assertEquals(RunStatus.FAILED, manifest.state());
    return ended;
  }

  @Test
  void aBatchLargerThanTheDataSetIsRefusedBeforeAnythingIsWritten() throws Exception {
    ExperimentConfig config = tiny.config("DATA.BATCH_SIZE", 10);
    assertTrue(refusal(DataException.class, config).contains("at most 9"));
    assertTrue(Files.notExists(tiny.output()));
  }

  @Test
  void anEpochWithoutAnOptimizerStepIsRefusedBeforeAnythingIsWritten() throws Exception {
    ExperimentConfig config = tiny.config("TRAIN.ACCUMULATION_STEPS", 5);
    assertTrue(refusal(DataException.class, config).contains("ACCUMULATION_STEPS (5)"));
    assertTrue(Files.notExists(tiny.output()));
  }

  @Test
  void channelsThatPicturesDoNotHaveAreRefused() throws Exception {
    ExperimentConfig two = tiny.config("MODEL.SWIN.IN_CHANS", 2);
    assertTrue(refusal(DataException.class, two).contains("2"));
  }

  @Test
  void missingImagesAreRefused() throws Exception {
    ExperimentConfig nowhere = tiny.config("DATA.DATA_PATH", root.resolve("none").toString());
    refusal(DataException.class, nowhere);
    assertTrue(
        refusal(DataException.class, tiny.config("DATA.DATA_PATH", "")).contains("--data-path"));
  }

  @Test
  void twoRunsNeverShareAFolder() throws Exception {
    ExperimentConfig config = tiny.config();
    tiny.run(config);
    int events = story(config).size();
    try (RunLock lock = RunLock.acquire(tiny.folder(config))) {
      assertTrue(refusal(DataException.class, config).contains("in use"));
    }
    assertEquals(events, story(config).size());
    RunManifest manifest = RunManifest.read(tiny.folder(config).manifest()).orElseThrow();
    assertEquals(RunStatus.FINISHED, manifest.state());
  }

  @Test
  void aFailureIsTheLastEventAndInTheManifest() throws Exception {
    ExperimentConfig config = tiny.config("MODEL.RESUME", root.resolve("gone.pth").toString());
    String message = refusal(CheckpointException.class, config);
    assertTrue(message.contains("gone.pth"), message);
    assertEquals(message, assertFailed(config).message());
  }

  @Test
  void weightsAloneCannotBeResumed() throws Exception {
    Path weights = io.simmim.core.testing.Golden.path("B_traj_vit_fresh/init.pth");
    ExperimentConfig config = tiny.config("MODEL.RESUME", weights.toString());
    assertTrue(refusal(CheckpointException.class, config).contains("no state of an optimizer"));
  }

  @Test
  void anUnknownDeviceIsAFailureOfTheRun() throws Exception {
    ExperimentConfig config = tiny.config();
    var invocation = new Invocation(List.of(), "tiny", "tpu");
    var run = TrainingRun.pretraining(config, invocation);
    assertThrows(EngineException.class, () -> run.execute(event -> {}, () -> false));
    assertTrue(assertFailed(config).message().contains("'tpu'"));
  }

  @Test
  void stepsThatAreNotFiniteAreSkippedSaidAndEndTheRunAfterFive() throws Exception {
    ExperimentConfig config =
        tiny.config("TRAIN.BASE_LR", 1e38, "TRAIN.WARMUP_EPOCHS", 0, "TRAIN.EPOCHS", 9);
    String message = refusal(EngineException.class, config);
    assertTrue(message.contains("5 steps in a row") && message.contains("BASE_LR"), message);
    assertEquals(message, assertFailed(config).message());
    List<RunEvent> events = story(config);
    assertEquals(5, events.stream().filter(Warning.class::isInstance).count());
    List<Step> steps =
        events.stream().filter(Step.class::isInstance).map(Step.class::cast).toList();
    assertEquals(
        5,
        steps.stream().filter(s -> !Double.isFinite(s.loss() + s.gradNorm())).count(),
        steps.toString());
  }
}
