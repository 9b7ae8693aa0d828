package io.simmim.core.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccumulationTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void zeroAndOneBothMeanAStepAfterEveryBatch(int configured) {
    Accumulation each = Accumulation.of(configured, 3);
    for (int i = 0; i < 3; i++) {
      assertTrue(each.begins(i) && each.completes(i));
    }
    assertEquals(-1, each.lastUpdate(0, 0));
    assertEquals(3, each.lastUpdate(1, 1));
  }

  /** The official loop, which calls {@code step_update} after each optimizer step. */
  @ParameterizedTest
  @CsvSource({"1,4", "2,4", "2,5", "3,5", "4,4", "5,7", "6,5"})
  void theLastUpdateIsTheOneThatTheOfficialLoopMadeLast(int steps, int stepsPerEpoch) {
    Accumulation accumulation = Accumulation.of(steps, stepsPerEpoch);
    long last = -1;
    for (int epoch = 0; epoch < 3; epoch++) {
      for (int index = 0; index < stepsPerEpoch; index++) {
        assertEquals(last, accumulation.lastUpdate(epoch, index), epoch + ", " + index);
        if ((index + 1) % steps == 0) {
          last = (long) epoch * stepsPerEpoch + index;
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void whatIsLeftAtTheEndOfAnEpochIsThrownAway(int steps) {
    Accumulation accumulation = Accumulation.of(steps, 2 * steps + 1);
    assertFalse(accumulation.completes(2 * steps));
    assertTrue(accumulation.begins(2 * steps));
    assertTrue(accumulation.begins(0));
  }
}
