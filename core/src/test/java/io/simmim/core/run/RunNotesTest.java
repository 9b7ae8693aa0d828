package io.simmim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunNotesTest {

  @TempDir Path folder;

  @Test
  void areReadAsTheyWereWritten() throws Exception {
    Path file = new RunFolder(folder).notes();
    RunNotes notes = RunNotes.NONE.withLabels(" paper, best ,,best").withNote(" figure 3 ");
    notes.write(file);
    assertEquals(new RunNotes(List.of("paper", "best"), "figure 3"), RunNotes.read(file));
    assertEquals("paper, best", RunNotes.read(file).labelLine());
  }

  @Test
  void withoutAWordThereIsNoFile() throws Exception {
    Path file = new RunFolder(folder).notes();
    RunNotes.NONE.withNote("x").write(file);
    RunNotes.NONE.write(file);
    assertFalse(Files.exists(file));
    assertEquals(RunNotes.NONE, RunNotes.read(file));
  }
}
