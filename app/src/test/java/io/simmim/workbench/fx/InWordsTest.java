package io.simmim.workbench.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InWordsTest {

  @Test
  void durationsShowTheirTwoLargestUnits() {
    assertEquals("42 s", InWords.duration(Duration.ofSeconds(42)));
    assertEquals("3 min 05 s", InWords.duration(Duration.ofSeconds(185)));
    assertEquals("2 h 14 min", InWords.duration(Duration.ofMinutes(134)));
    assertEquals("1 d 3 h", InWords.duration(Duration.ofHours(27)));
  }

  @Test
  void numbersStayReadableWhateverTheirSize() {
    assertEquals("0.4120", InWords.number(0.412));
    assertEquals("2.500e-07", InWords.number(2.5e-7));
    assertEquals("NaN", InWords.number(Double.NaN));
    assertEquals("1 240", InWords.count(1240));
    assertEquals("1 240", InWords.speed(1239.6));
    assertEquals("9.6", InWords.speed(9.61));
    assertEquals("1.4 GiB", InWords.memory(1480));
  }
}
