package io.simmim.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoomForWordsTest {

  private static final List<Double> NATURAL = List.of(90.0, 200.0, 80.0, 100.0);
  private static final List<Boolean> WORDS = List.of(false, true, false, true);

  @Test
  void wordsTakeWhatIsLeftBesideNumbers() {
    assertEquals(List.of(90.0, 200.0, 80.0, 100.0), RoomForWords.widths(NATURAL, WORDS, 470));
    assertEquals(List.of(90.0, 400.0, 80.0, 200.0), RoomForWords.widths(NATURAL, WORDS, 770));
    assertEquals(List.of(90.0, 140.0, 80.0, 70.0), RoomForWords.widths(NATURAL, WORDS, 380));
  }

  @Test
  void wordsStayLegibleInASmallWindow() {
    assertEquals(List.of(90.0, 120.0, 80.0, 60.0), RoomForWords.widths(NATURAL, WORDS, 200));
  }

  @Test
  void numbersAloneAreNotStretched() {
    assertEquals(
        List.of(90.0, 80.0), RoomForWords.widths(List.of(90.0, 80.0), List.of(false, false), 500));
  }
}
