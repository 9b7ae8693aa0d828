package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import org.junit.jupiter.api.Test;

class SaveClockTest {

  private static final long MINUTE = 60_000_000_000L;

  private final long[] now = {-5 * MINUTE}; // elapsed time may begin anywhere

  private SaveClock clock(long steps, double minutes) {
    ExperimentConfig config =
        ExperimentConfig.defaults().with("SAVE_STEPS", steps).with("SAVE_MINUTES", minutes);
    return new SaveClock(config, () -> now[0]);
  }

  @Test
  void isDueAfterSoManySteps() {
    SaveClock clock = clock(2, 0);
    clock.stepped();
    now[0] += 1000 * MINUTE;
    assertFalse(clock.due());
    clock.stepped();
    assertTrue(clock.due());
    clock.saved();
    assertFalse(clock.due());
  }

  @Test
  void isDueAfterSoManyMinutes() {
    SaveClock clock = clock(0, 1.5);
    clock.stepped();
    now[0] += MINUTE;
    assertFalse(clock.due());
    now[0] += MINUTE;
    assertTrue(clock.due());
    clock.saved();
    assertFalse(clock.due());
  }

  @Test
  void isNeverDueWhenNothingIsAskedFor() {
    SaveClock clock = clock(0, 0);
    clock.stepped();
    now[0] += 100_000 * MINUTE;
    assertFalse(clock.due());
  }

  @Test
  void triesAgainAMinuteAfterTheDiskRefused() {
    SaveClock clock = clock(1, 0);
    clock.stepped();
    clock.refused();
    clock.stepped();
    assertTrue(clock.waits());
    assertFalse(clock.due());
    now[0] += MINUTE;
    assertFalse(clock.waits());
    assertTrue(clock.due());
    clock.saved();
    assertFalse(clock.due());
  }
}
