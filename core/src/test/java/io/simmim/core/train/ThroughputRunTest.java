package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.run.EventReader;
import io.simmim.core.run.RunEvent.Ended;
import io.simmim.core.run.RunEvent.Note;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Progress;
import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Throughput;
import io.simmim.core.run.RunFolder;
import io.simmim.core.testing.TinyModel;
import io.simmim.core.train.ThroughputRun.Effort;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThroughputRunTest {

  private static final Effort SMALL = new Effort(3, 4, 60, 60);

  @TempDir private Path root;

  private ExperimentConfig config() throws SimMimException {
    return new ConfigLoader()
        .parse(TinyModel.VIT.fineTuning(), root, "tiny", Overrides.none())
        .forEvaluation()
        .orThrow()
        .with("OUTPUT", root.toString());
  }

  private static ThroughputRun run(ExperimentConfig config, Effort effort) {
    return new ThroughputRun(config, effort, new Invocation(List.of("throughput"), "tiny", "cpu"));
  }

  private static Story story(ExperimentConfig config, Effort effort) throws Exception {
    return Story.of(run(config, effort)::execute);
  }

  @Test
  void tellsItsStoryAndAPlausibleSpeed() throws Exception {
    long before = System.nanoTime();
    Story story = story(config(), SMALL);
    double seconds = (System.nanoTime() - before) / 1e9;
    List<String> expected = List.of("Started", "Throughput", "Ended");
    assertEquals(Outcome.FINISHED, story.outcome());
    assertEquals(expected, story.types());
    RunFolder folder = RunFolder.of(root, "tiny", "t");
    assertEquals(expected, Story.types(new EventReader(folder.events()).poll()));
    assertEquals("throughput", story.only(Started.class).stage());
    Throughput measured = story.only(Throughput.class);
    assertEquals(2, measured.batchSize());
    assertEquals(4, measured.iterations());
    assertEquals(8, measured.imagesPerSecond() * measured.seconds(), 1e-9);
    assertTrue(measured.seconds() > 0 && measured.seconds() < seconds, measured.toString());
    assertTrue(measured.memoryMb() > 0, measured.toString());
    List<Progress> progress = story.all(Progress.class);
    assertEquals(
        List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L), progress.stream().map(Progress::done).toList());
    assertEquals(7, progress.get(6).total());
  }

  @Test
  void whereItWouldTakeLongOneIterationIsEnough() throws Exception {
    Story story = story(config(), new Effort(50, 30, 0, 0));
    assertEquals(1, story.only(Throughput.class).iterations());
    List<Progress> progress = story.all(Progress.class);
    assertEquals(2, progress.size());
  }

  @Test
  void aStopEndsItWithoutAResult() throws Exception {
    Story story = Story.stoppedWhen(Progress.class::isInstance, run(config(), SMALL)::execute);
    assertEquals(Outcome.STOPPED, story.outcome());
    assertEquals(List.of("Started", "Ended"), story.types());
    assertEquals(Outcome.STOPPED, story.only(Ended.class).outcome());
  }

  @Test
  void everyPrecisionRunsAndWhatItCannotDoIsSaid() throws Exception {
    assertEquals(Outcome.FINISHED, story(config().with("PRECISION", "bf16"), SMALL).outcome());
    Story tf32 = story(config().with("PRECISION", "tf32"), SMALL);
    assertTrue(tf32.only(Note.class).message().contains("tf32"));
  }
}
