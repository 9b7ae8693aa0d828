package io.simmim.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.testing.RunFixture;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunViewModelTest {

  @TempDir Path output;

  private final RunViewModel model = new RunViewModel();
  private Instant now = Instant.now();

  @Test
  void showsTheNumbersOfTheNewestStep() throws Exception {
    try (RunFixture run = new RunFixture(output, "swin", "t", now)) {
      follow(run.epochs(0, 5).steps(5, 0, 7));
      assertEquals("6 / 30", metric("epoch"));
      assertEquals("7 / 40", metric("step"));
      assertEquals("178", metric("speed"));
      assertEquals("1.4 GiB", metric("memory"));
      assertEquals("2 min 58 s", metric("remaining"));
      assertTrue(model.canStopProperty().get());
      assertFalse(model.canResumeProperty().get());
    }
  }

  @Test
  void aResumedRunCountsAsStartingUntilItShowsLife() throws Exception {
    try (RunFixture run = new RunFixture(output, "swin", "t", now)) {
      follow(run.steps(0, 0, 3).end(RunEvent.Outcome.STOPPED, "Stopped."));
      assertTrue(model.canResumeProperty().get());
      model.setResuming(true);
      follow(run);
      assertEquals(RunState.STARTING, model.stateProperty().get());
      assertFalse(model.canResumeProperty().get(), "it must not be resumed twice");
      model.setResuming(false);
      assertEquals(RunState.STOPPED, model.stateProperty().get());
    }
  }

  @Test
  void theNewestPreviewIsShownUntilTheUserChoosesAnother() throws Exception {
    try (RunFixture run = new RunFixture(output, "swin", "t", now)) {
      follow(run.epochs(0, 5));
      StripViewModel strip = model.strip();
      assertEquals(0, strip.indexProperty().get());
      follow(run.epochs(5, 15));
      assertEquals(2, strip.indexProperty().get());
      strip.choose(1);
      follow(run.epochs(15, 20));
      assertEquals(1, strip.indexProperty().get());
      assertEquals(
          run.folder().probeReconstruction(9, 0), strip.filesProperty().get().rows().get(0).get(2));
      strip.choose(3);
      follow(run.epochs(20, 25));
      assertEquals(4, strip.indexProperty().get(), "choosing the newest follows again");
    }
  }

  private String metric(String id) {
    return model.metricsProperty().get().stream()
        .filter(metric -> metric.id().equals(id))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private void follow(RunFixture run) throws Exception {
    boolean fresh =
        model.runProperty().get() == null
            || !model.runProperty().get().folder().equals(run.folder());
    if (fresh) {
      model.open(run.folder());
    }
    new RunFollower(run.folder()).poll(now).ifPresent(model::apply);
  }
}
