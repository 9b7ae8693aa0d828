package io.simmim.workbench.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersInNamesTest {

  @Test
  void numbersInNamesAscend() {
    assertEquals(
        List.of("a-0.35__S-8", "a-0.4__S-8", "a-0.4__S-16", "b-1"),
        List.of("b-1", "a-0.4__S-16", "a-0.4__S-8", "a-0.35__S-8").stream()
            .sorted(new NumbersInNames())
            .toList());
  }
}
