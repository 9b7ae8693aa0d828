package io.simmim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DataWaitTest {

  private final DataWait wait = new DataWait();

  @Test
  void longStepsCountMoreThanShortOnes() {
    wait.add(step(3, 0.1));
    wait.add(step(1, 0.02));
    assertEquals(0.03, wait.share().orElseThrow(), 1e-12);
    assertEquals("waiting for data 3 %", wait.inWords());
  }

  @Test
  void aSlowBeginningIsForgotten() {
    wait.add(step(60, 59));
    for (int i = 0; i < 100; i++) {
      wait.add(step(1, 0));
    }
    assertEquals("waiting for data 0 %", wait.inWords());
  }

  @Test
  void nothingIsSaidWhereWaitingWasNotMeasured() {
    wait.add(step(1, Double.NaN));
    assertEquals(OptionalDouble.empty(), wait.share());
    assertEquals("", wait.inWords());
  }

  private static RunEvent.Step step(double seconds, double waited) {
    return new RunEvent.Step(
        Instant.EPOCH, 0, 0, 0, 0.5, 1e-4, 1, 16 / seconds, seconds, waited, 100);
  }
}
