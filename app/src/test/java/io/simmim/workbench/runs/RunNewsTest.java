package io.simmim.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.testing.RunFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunNewsTest {

  private static final Instant OPENED = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir Path output;

  private final RunsScanner scanner = new RunsScanner();
  private final RunNews news = new RunNews(OPENED);

  @Test
  void whatEndedBeforeTheWindowWasOpenedIsNoNews() throws Exception {
    try (RunFixture old = new RunFixture(output, "swin", "old", OPENED.minusSeconds(600))) {
      old.epochs(0, 2).end(RunEvent.Outcome.FINISHED, "done");
      assertEquals(List.of(), ended());
    }
    try (RunFixture copied = new RunFixture(output, "swin", "copied", OPENED.minusSeconds(900))) {
      copied.end(RunEvent.Outcome.FAILED, "It broke.");
      assertEquals(List.of(), ended(), "one copied into the folder afterwards");
    }
  }

  @Test
  void aRunThatEndsIsToldOnce() throws Exception {
    try (RunFixture run =
        new RunFixture(output, "simmim_pretrain__swin", "t", OPENED.minusSeconds(60))) {
      run.epochs(0, 5);
      assertEquals(List.of(), ended());
      run.end(RunEvent.Outcome.FINISHED, "done");
      List<String> told = ended();
      assertEquals(1, told.size());
      assertTrue(told.get(0).startsWith("swin / t finished, best loss 0."), told.get(0));
      assertEquals(List.of(), ended());
    }
  }

  @Test
  void failuresAndCrashesSayWhatToDo() throws Exception {
    try (RunFixture fails = new RunFixture(output, "swin", "fails", OPENED.minusSeconds(60));
        RunFixture crashes = new RunFixture(output, "swin", "crashes", OPENED.minusSeconds(50))) {
      fails.epochs(0, 3);
      crashes.epochs(0, 1);
      assertEquals(List.of(), ended());
      fails.end(RunEvent.Outcome.FAILED, "The loss became NaN.");
      crashes.crash();
      assertEquals(
          List.of(
              "swin / crashes crashed after 1 of 30 epochs: its process is gone; its page offers to"
                  + " resume it.",
              "swin / fails failed after 3 of 30 epochs: its page says why."),
          ended());
    }
  }

  @Test
  void aRunThatStartsAndFailsBetweenTwoScansIsTold() throws Exception {
    assertEquals(List.of(), ended());
    try (RunFixture quick = new RunFixture(output, "swin", "quick", OPENED.plusSeconds(5))) {
      quick.end(RunEvent.Outcome.FAILED, "No images.");
      assertEquals(1, ended().size());
    }
  }

  @Test
  void anotherFolderBeginsAnew() throws Exception {
    assertEquals(List.of(), ended());
    try (RunFixture run = new RunFixture(output, "swin", "t", OPENED.plusSeconds(5))) {
      run.end(RunEvent.Outcome.STOPPED, "Stopped.");
      news.forget();
      assertEquals(List.of(), ended());
    }
  }

  private List<String> ended() throws Exception {
    return news.ended(scanner.scan(output, OPENED.plusSeconds(600))).stream()
        .map(EndWords::sentence)
        .toList();
  }
}
