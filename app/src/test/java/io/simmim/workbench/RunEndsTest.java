package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.DataException;
import io.simmim.core.fault.EngineException;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.runs.RunsScanner;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.SettingsStore;
import io.simmim.workbench.shell.ShellViewModel;
import io.simmim.workbench.testing.RunFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunEndsTest {

  private static final LaunchFailure FAILURE =
      LaunchFailure.of(new DataException("The loss became NaN at step 12."));

  @TempDir Path folder;

  private final List<RunFolder> opened = new ArrayList<>();
  private ShellViewModel shell;
  private RunsViewModel runs;
  private RunEnds ends;
  private int examined;

  @BeforeEach
  void openAnotherPage() {
    shell = new ShellViewModel(new SettingsStore(folder.resolve("window.json")));
    runs = new RunsViewModel(folder);
    ends = new RunEnds(shell, runs, opened::add, () -> examined++);
    shell.open(PageId.MASKS);
  }

  @Test
  void theNoticeOpensTheRun() throws Exception {
    RunRow row = failedRun();
    ends.ended(row);
    Notice notice = shell.notices().get(0);
    assertEquals(Notice.Kind.FAILED, notice.kind());
    notice.actions().get(0).action().run();
    assertEquals(List.of(row.folder()), opened);
  }

  @Test
  void aMissingEngineLeadsToTheDoctor() {
    LaunchFailure noGpu =
        LaunchFailure.of(
            new EngineException("Device 'cuda:0' is not there. " + EngineException.SEE_DOCTOR));
    ends.failed(RunFolder.of(folder, "swin", "gpu"), noGpu);
    shell.notices().get(0).actions().get(0).action().run();
    assertEquals(1, examined);
  }

  @Test
  void whoLooksAtTheRunIsNotTold() throws Exception {
    RunRow row = failedRun();
    shell.open(PageId.RUNS);
    ends.ended(row);
    runs.openProperty().set(row.folder());
    ends.ended(row);
    assertTrue(shell.notices().isEmpty());
    runs.openProperty().set(RunFolder.of(folder, "swin", "another"));
    ends.ended(row);
    assertEquals(1, shell.notices().size());
  }

  @Test
  void aFailureIsToldOnceWhateverIsKnownFirst() throws Exception {
    RunRow row = failedRun();
    ends.failed(row.folder(), FAILURE);
    ends.ended(row);
    assertEquals(List.of(FAILURE.sentence()), sentences());
    shell.notices().clear();

    ends.ended(row);
    ends.failed(row.folder(), FAILURE);
    assertEquals(List.of(FAILURE.sentence()), sentences());
    assertEquals(1, shell.notices().get(0).actions().size());
  }

  @Test
  void whatNeverBecameARunLeadsBackToItsConfiguration() {
    RunFolder never = RunFolder.of(folder, "swin", "never");
    runs.openProperty().set(never);
    shell.open(PageId.RUNS);
    ends.failed(never, FAILURE);
    assertEquals(PageId.EXPERIMENT, shell.pageProperty().get());
    assertTrue(shell.notices().get(0).actions().isEmpty());
  }

  private List<String> sentences() {
    return shell.notices().stream().map(Notice::sentence).toList();
  }

  private RunRow failedRun() throws Exception {
    Instant now = Instant.now();
    try (RunFixture run = new RunFixture(folder, "swin", "t", now)) {
      run.end(RunEvent.Outcome.FAILED, "The loss became NaN at step 12.");
      return new RunsScanner().scan(folder, now).get(0);
    }
  }
}
