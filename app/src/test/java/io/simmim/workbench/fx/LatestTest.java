package io.simmim.workbench.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LatestTest {

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final List<String> delivered = new ArrayList<>();
  private final Latest<String> latest = new Latest<>(waiting::add, delivered::add);

  @Test
  void valuesThatWereOvertakenAreDropped() {
    latest.offer("a");
    latest.offer("b");
    latest.offer("c");
    assertEquals(1, waiting.size(), "one delivery waits, however many values came");
    waiting.remove().run();
    assertEquals(List.of("c"), delivered);
  }

  @Test
  void theLastValueAlwaysArrives() {
    latest.offer("a");
    waiting.remove().run();
    latest.offer("b");
    waiting.remove().run();
    assertEquals(List.of("a", "b"), delivered);
  }
}
