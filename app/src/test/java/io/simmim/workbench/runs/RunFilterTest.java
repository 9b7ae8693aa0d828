package io.simmim.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunNotes;
import io.simmim.workbench.testing.RunFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilterTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path output;

  private List<RunRow> rows;

  @BeforeEach
  void writeTwoRuns() throws Exception {
    try (RunFixture young = new RunFixture(output, "swin", "young", START);
        RunFixture old = new RunFixture(output, "swin", "old", START.plusSeconds(1))) {
      young.epochs(0, 1).end(RunEvent.Outcome.FAILED, "broke");
      old.epochs(0, 20).end(RunEvent.Outcome.FINISHED, "done");
      RunNotes.NONE.withLabels("paper, best").write(old.folder().notes());
    }
    rows = new RunsScanner().scan(output, START);
  }

  private List<String> found(String typed) {
    return rows.stream().filter(new RunFilter(typed)).map(RunRow::tag).sorted().toList();
  }

  @Test
  void conditionsCompareNumbers() {
    assertEquals(List.of("old"), found("loss<0.5"));
    assertEquals(List.of("young"), found("LOSS>=0.5"));
    assertEquals(List.of("old"), found("epochs=20"));
    assertEquals(List.of(), found("top1>1"), "a pre-training has no accuracy");
  }

  @Test
  void conditionsLookIntoTexts() {
    assertEquals(List.of("young"), found("status:failed"));
    assertEquals(List.of("old"), found("label:pap"));
    assertEquals(List.of("old", "young"), found("stage:pretrain"));
  }

  @Test
  void conditionsAndWordsMustAllHold() {
    assertEquals(List.of("old"), found("swin loss<0.5 best"));
    assertEquals(List.of(), found("young loss<0.5"));
  }

  @Test
  void whatIsStillBeingTypedHidesNothing() {
    assertEquals(List.of("old", "young"), found("loss<"));
    assertEquals(List.of("old", "young"), found("  "));
  }
}
