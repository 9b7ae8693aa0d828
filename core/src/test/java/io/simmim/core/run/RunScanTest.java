package io.simmim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.simmim.core.fault.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunScanTest {

  @TempDir Path workspace;

  private RunFolder run(String path, int steps) throws Exception {
    RunFolder folder = new RunFolder(workspace.resolve(path));
    try (EventLog log = EventLog.open(folder.events())) {
      log.accept(SampleEvents.started());
      for (int i = 0; i < steps; i++) {
        log.accept(SampleEvents.step(i));
      }
      log.accept(SampleEvents.ended(RunEvent.Outcome.FINISHED));
    }
    return folder;
  }

  @Test
  void findsRunsAtAnyDepthInOrder() throws Exception {
    RunFolder second = run("output/swin/b", 1);
    RunFolder first = run("a", 1);
    run(".trash/c", 1);
    run("1/2/3/4/5/too_deep", 1);
    Files.createDirectories(second.preview(3));
    assertEquals(List.of(first, second), RunScan.below(workspace));
  }

  @Test
  void summarisesALongRunFromBothEndsOfItsLog() throws Exception {
    RunSummary summary = RunSummary.read(run("long", 5_000));
    assertEquals(Optional.of(SampleEvents.started()), summary.started());
    assertEquals(Optional.of(SampleEvents.step(4_999)), summary.lastStep());
    assertEquals(RunStatus.FINISHED, summary.status());
    assertEquals(Optional.empty(), summary.lastEpoch());
  }

  @Test
  void refusesAWorkspaceThatIsNoFolder() {
    assertThrows(DataException.class, () -> RunScan.below(workspace.resolve("missing")));
  }
}
