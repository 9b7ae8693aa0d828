package io.simmim.workbench.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadableTest {

  @Test
  void durationsShowTheirTwoLargestUnits() {
    assertEquals("42 s", Readable.duration(Duration.ofSeconds(42)));
    assertEquals("3 min 05 s", Readable.duration(Duration.ofSeconds(185)));
    assertEquals("2 h 14 min", Readable.duration(Duration.ofMinutes(134)));
    assertEquals("1 d 3 h", Readable.duration(Duration.ofHours(27)));
  }

  @Test
  void numbersStayReadableWhateverTheirSize() {
    assertEquals("0.4120", Readable.number(0.412));
    assertEquals("2.500e-07", Readable.number(2.5e-7));
    assertEquals("NaN", Readable.number(Double.NaN));
    assertEquals("1 240", Readable.count(1240));
    assertEquals("1 240", Readable.speed(1239.6));
    assertEquals("9.6", Readable.speed(9.61));
    assertEquals("1.4 GiB", Readable.memory(1480));
  }
}
