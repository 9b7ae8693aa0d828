package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {

  private static final Instant TIME = Instant.parse("2026-11-23T10:00:00Z");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private String show(boolean interactive, RunEvent... events) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    TerminalProgress progress = new TerminalProgress(out, interactive);
    progress.accept(new RunEvent.Started(TIME, "pretrain", 4, 10, 8, 0, 0, 80, 1000, "cpu", null));
    for (RunEvent event : events) {
      progress.accept(event);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static RunEvent.Step step(int epoch, int index, long second) {
    return new RunEvent.Step(
        TIME.plusSeconds(second), epoch * 10L + index, epoch, index, 0.5, 2e-4, 1, 16, 2, 0, 100);
  }

  @Test
  void drawsOneLineAgainAndAgain() {
    String shown = show(true, step(0, 0, 1), step(1, 9, 20));
    List<String> drawn = List.of(shown.lines().skip(1).toList().get(1).split("\r"));
    assertTrue(
        shown.endsWith(
            "[##########..........]  50 %  epoch 2/4  loss 0.5000  lr 2.0e-04  16 images/s"
                + "  ETA 0:00:40"),
        shown + drawn);
  }

  @Test
  void saysWhenTheTrainingWaitsForData() {
    RunEvent.Step slow = new RunEvent.Step(TIME, 0, 0, 0, 0.5, 2e-4, 1, 16, 2, 0.5, 100);
    String shown = show(false, slow);
    assertTrue(shown.contains("16 images/s  waiting for data 25 %  ETA"), shown);
  }

  @Test
  void clearsTheBarBeforeALineThatStays() {
    String shown = show(true, step(0, 0, 1), new RunEvent.Warning(TIME, "hot"));
    assertTrue(shown.contains(" \rWarning: hot"), shown);
  }

  @Test
  void printsFewPlainLinesWhenNobodyWatches() {
    String shown = show(false, step(0, 0, 0), step(0, 1, 10), step(0, 2, 29), step(0, 3, 30));
    assertEquals(3, shown.lines().count(), shown);
    assertEquals(-1, shown.indexOf('\r'), shown);
  }

  @Test
  void goesOnWhenTheClockIsSetBack() {
    String shown = show(false, step(0, 0, 7200), step(0, 1, 1), step(0, 2, 2));
    assertEquals(3, shown.lines().count(), shown);
  }

  @Test
  void countsAResumedRunFromItsFirstEpoch() {
    assertTrue(show(false, step(3, 4, 0)).contains(" 88 %"), printed::toString);
  }
}
