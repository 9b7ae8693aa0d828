package io.simmim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStatusTest {

  @TempDir Path path;
  private RunFolder folder;

  @BeforeEach
  void prepare() {
    folder = new RunFolder(path);
  }

  private RunManifest manifest(RunOwner owner, Instant startedAt) {
    return new RunManifest(
        List.of(), "1", "j", "o", "cpu", "c", "d", "f", owner, startedAt, RunStatus.RUNNING);
  }

  private static RunStatus.Life there(RunManifest manifest) {
    return new RunStatus.Life(true, Optional.of(manifest));
  }

  private static RunStatus.Life gone(RunManifest manifest) {
    return new RunStatus.Life(false, Optional.of(manifest));
  }

  private RunManifest elsewhere() {
    return manifest(new RunOwner(1, "another-machine", Instant.now()), Instant.now());
  }

  @Test
  void isRunningUntilItsProcessIsKilledAndThenCrashed() throws Exception {
    try (ChildJvm child = ChildJvm.ready(TrainingProcess.class, path.toString())) {
      assertEquals(RunStatus.RUNNING, RunSummary.read(folder).status());
      child.kill();
      assertEquals(RunStatus.CRASHED, RunSummary.read(folder).status());
    }
  }

  @Test
  void isWhatTheEndingSaysWhenTheProcessIsGone() throws Exception {
    for (RunEvent.Outcome outcome : RunEvent.Outcome.values()) {
      RunManifest past = manifest(elsewhere().owner(), SampleEvents.TIME.minusSeconds(9));
      Optional<RunEvent.Ended> ended = Optional.of(SampleEvents.ended(outcome));
      assertEquals(outcome.name(), RunStatus.of(gone(past), ended).name());
    }
  }

  @Test
  void forgetsTheEndingOfTheRunThatItResumes() {
    RunManifest resumed = manifest(RunOwner.current(), SampleEvents.TIME.plusSeconds(1));
    Optional<RunEvent.Ended> earlier = Optional.of(SampleEvents.ended(RunEvent.Outcome.STOPPED));
    assertEquals(RunStatus.RUNNING, RunStatus.of(there(resumed), earlier));
    assertEquals(RunStatus.CRASHED, RunStatus.of(gone(resumed), earlier));
  }

  @Test
  void takesALaterProcessWithTheSamePidForAnother() {
    RunOwner self = RunOwner.current();
    assertTrue(self.isAlive());
    assertFalse(new RunOwner(self.pid(), self.host(), self.start().minusSeconds(600)).isAlive());
  }

  @Test
  void believesAnotherMachineForAMinuteAfterItsLastSignOfLife() throws Exception {
    Instant now = Instant.now();
    Optional<RunManifest> manifest = Optional.of(elsewhere());
    assertFalse(RunStatus.isAlive(folder, manifest, now));
    EventLog.open(folder.events()).close();
    Files.createFile(folder.lock());
    Files.setLastModifiedTime(folder.events(), FileTime.from(now.minusSeconds(300)));
    Files.setLastModifiedTime(folder.lock(), FileTime.from(now.minusSeconds(59)));
    assertTrue(RunStatus.isAlive(folder, manifest, now));
    Files.setLastModifiedTime(folder.lock(), FileTime.from(now.minusSeconds(61)));
    assertFalse(RunStatus.isAlive(folder, manifest, now));
  }
}
