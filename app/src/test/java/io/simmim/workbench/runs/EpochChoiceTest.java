package io.simmim.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochChoiceTest {

  private final EpochChoice choice = new EpochChoice();

  private static List<RunEvent.Validation> epochs(int count) {
    return IntStream.range(0, count)
        .mapToObj(e -> new RunEvent.Validation(Instant.EPOCH, e, 10L * e + 9, 50, 1, e, e, e, 1))
        .toList();
  }

  @Test
  void followsTheNewestUntilAnEarlierOneIsChosen() {
    choice.update(epochs(1));
    assertTrue(choice.chosen().isEmpty(), "one alone is no choice");
    choice.update(epochs(3));
    assertEquals(29, choice.chosen().orElseThrow().step());
    choice.choose(1);
    choice.update(epochs(4));
    assertEquals(19, choice.chosen().orElseThrow().step());
    choice.choose(3);
    choice.update(epochs(5));
    assertEquals(4, choice.indexProperty().get());
  }

  @Test
  void playsAroundAndForgetsAnotherRun() {
    choice.update(epochs(3));
    choice.playOn();
    assertEquals(0, choice.indexProperty().get());
    choice.choose(7);
    assertEquals(0, choice.indexProperty().get());
    choice.reset();
    choice.update(epochs(2));
    assertEquals(1, choice.indexProperty().get());
  }
}
