package io.simmim.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

  @Test
  void lettersAreFoundInTheirOrderInAnyCase() {
    assertEquals(bits(0, 7), letters("LR", "Launch Run"), "the starts of both words");
    assertTrue(FuzzyMatch.of("rl", "Launch Run").isEmpty(), "an l after the R is missing");
    assertTrue(FuzzyMatch.of("lx", "Launch Run").isEmpty());
    assertTrue(FuzzyMatch.of("a", "").isEmpty());
  }

  @Test
  void startsOfWordsComeBeforeLettersInside() {
    assertTrue(score("gm", "Go to Masks") > score("gm", "Augmentation"));
    assertTrue(score("open", "Open run a") > score("open", "Copy the pen"));
    assertTrue(score("mask", "Go to Masks") > score("mask", "Mix a cask"));
  }

  @Test
  void theBestPlaceIsTakenNotTheFirst() {
    assertEquals(bits(9, 10, 11), letters("tag", "Start at tag"));
    assertEquals(bits(0, 1, 2), letters("log", "Log of losses, long"));
  }

  @Test
  void everyWordMustBeThereInAnyOrder() {
    assertEquals(bits(0, 1, 2, 5, 6, 7), letters("run ope", "Open run"));
    assertTrue(FuzzyMatch.of("run zzz", "Open run").isEmpty());
    assertEquals(0, score("", "anything"));
  }

  private static int score(String query, String text) {
    return FuzzyMatch.of(query, text).orElseThrow().score();
  }

  private static BitSet letters(String query, String text) {
    return FuzzyMatch.of(query, text).orElseThrow().letters();
  }

  private static BitSet bits(int... places) {
    BitSet bits = new BitSet();
    IntStream.of(places).forEach(bits::set);
    return bits;
  }
}
