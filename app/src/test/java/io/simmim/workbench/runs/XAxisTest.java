package io.simmim.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.chart.Series;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XAxisTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final RunStory story = new RunStory();
  private RunSnapshot run;

  /** Two epochs of three steps of a minute; an hour's pause after the fourth step. */
  @BeforeEach
  void trainAndResume() {
    start(START, 0);
    for (int step = 0; step < 4; step++) {
      step(START.plusSeconds(60L * (step + 1)), step);
    }
    Instant later = START.plusSeconds(3840);
    start(later, 3);
    for (int step = 3; step < 6; step++) {
      step(later.plusSeconds(60L * (step - 2)), step);
    }
    run = story.snapshot();
  }

  private void start(Instant time, int step) {
    story.tell(new RunEvent.Started(time, "pretrain", 2, 3, 4, step / 3, step, 9, 7, "cpu", null));
  }

  private void step(Instant time, int step) {
    story.tell(new RunEvent.Step(time, step, step / 3, step % 3, 1.0 / step, 1, 1, 1, 1, 0, 1));
  }

  @Test
  void stepsAreAsTheyAre() {
    assertEquals(5, XAxis.STEP.over(run.curves().loss(), run).lastX());
  }

  @Test
  void anEpochIsFullAfterItsLastStep() {
    Series loss = XAxis.EPOCH.over(run.curves().loss(), run);
    assertEquals(1, loss.x(2));
    assertEquals(2, loss.x(5));
    assertEquals(1.0 / 5, loss.y(5));
    assertEquals(2, XAxis.EPOCH.placeOf(5, run));
  }

  @Test
  void pausesAreNoTimeOfTraining() {
    Series loss = XAxis.TIME.over(run.curves().loss(), run);
    assertEquals(6, loss.size());
    assertEquals(3, loss.x(2));
    assertEquals(4, loss.x(3), "the fourth step was done again after the resume");
    assertEquals(6, loss.x(5));
    assertEquals(6, XAxis.TIME.placeOf(5, run));
  }
}
