package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.data.DecodedImages;
import io.simmim.core.run.Estimate.Duration;
import io.simmim.core.run.RunEvent.Step;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From measured steps to the time of epochs and runs. */
class LapTest {

  private static Step step(double seconds, double waiting) {
    return new Step(Instant.EPOCH, 0, 0, 0, 1, 1e-3, 1, 1, seconds, waiting, 1);
  }

  @Test
  void aWholeEpochTakesWhatItTook() {
    Lap lap = new Lap(List.of(step(5, 1), step(1, 0), step(2, 0)), 2, 3);
    assertTrue(lap.isWhole());
    assertEquals(8, lap.epochSeconds());
  }

  @Test
  void theRestOfALongEpochIsAsFastAsItsSettledStepsAfterTheWaitForTheFirstBatch() {
    Lap lap = new Lap(List.of(step(5, 3), step(2, 0), step(1, 0.25), step(1, 0.25)), 2, 100);
    assertFalse(lap.isWhole());
    assertEquals(2, lap.settled().size());
    assertEquals(2.75 + 100, lap.epochSeconds(), 1e-9);
  }

  @Test
  void withoutStepsBeyondTheWarmUpAllButTheFirstCount() {
    assertEquals(2, new Lap(List.of(step(9, 0), step(1, 0), step(1, 0)), 5, 100).settled().size());
    assertEquals(1, new Lap(List.of(step(9, 0)), 5, 100).settled().size());
  }

  @Test
  void aRunIsItsEpochsEvaluationsAndCheckpoints() {
    assertEquals(
        2 + 10 + 5 + 3 * (8 + 1) + 2 * 4, new Duration(4, 2, 10, 8, 5, 1, 4, 2).wholeRun());
  }

  @Test
  void keptImagesGrowUntilAllAreSeenOrTheBudgetIsSpent() {
    DecodedImages few = new DecodedImages(10, 1000, 5000, 40);
    assertEquals(4000, few.finalBytes());
    assertEquals(1, few.finalShare());
    DecodedImages many = new DecodedImages(10, 1000, 5000, 100);
    assertEquals(5000, many.finalBytes());
    assertEquals(0.5, many.finalShare());
    assertEquals(0, new DecodedImages(0, 0, 0, 100).finalShare());
  }
}
