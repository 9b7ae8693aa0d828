package io.simmim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.testing.FaultTable;
import io.simmim.core.testing.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is told of a run stays true when the clock is set, forwards or back. */
@Tag("fault")
@ExtendWith(Faults.class)
class ClockJumpTest {

  private static final String FAULT = "clock set while a run goes on";
  private static final List<Duration> JUMPS =
      List.of(
          Duration.ofHours(-2),
          Duration.ofSeconds(-1),
          Duration.ofSeconds(90),
          Duration.ofDays(400));

  private static RunManifest started(Duration afterTheEnding, RunStatus state) {
    Instant start = SampleEvents.TIME.plus(afterTheEnding);
    return new RunManifest(
        List.of(), "1", "j", "o", "cpu", "c", "d", "f", RunOwner.current(), start, state);
  }

  private static RunStatus status(boolean alive, RunManifest manifest, Outcome lastEvent) {
    return RunStatus.of(
        new RunStatus.Life(alive, Optional.of(manifest)),
        Optional.of(SampleEvents.ended(lastEvent)));
  }

  @Test
  void anEndingIsBelieved(FaultTable table) throws Exception {
    for (Duration jump : JUMPS) {
      table.trying(
          FAULT,
          () -> {
            RunManifest finished = started(jump, RunStatus.FINISHED);
            assertEquals(RunStatus.FINISHED, status(false, finished, Outcome.FINISHED));
            assertEquals(RunStatus.FINISHED, status(true, finished, Outcome.FINISHED));
          });
    }
  }

  @Test
  void anEarlierEndingIsForgottenByTheResumedRun(FaultTable table) throws Exception {
    for (Duration jump : JUMPS) {
      table.trying(
          FAULT,
          () -> {
            RunManifest resumed = started(jump, RunStatus.RUNNING);
            assertEquals(RunStatus.RUNNING, status(true, resumed, Outcome.STOPPED));
          });
    }
  }

  @Test
  void aRunningProcessIsFoundAgainAndAnotherWithItsNumberIsNot(FaultTable table) throws Exception {
    RunOwner self = RunOwner.current();
    assumeTrue(!self.birth().isEmpty(), "the system tells when a process began without its clock");
    for (Duration jump : JUMPS) {
      table.trying(
          FAULT,
          () -> {
            Instant moved = self.start().plus(jump);
            assertTrue(new RunOwner(self.pid(), self.host(), moved, self.birth()).isAlive());
            assertFalse(new RunOwner(self.pid(), self.host(), moved, "boot+1").isAlive());
          });
    }
  }

  @Test
  void anOwnerSurvivesTheManifestAndOneOfAnOlderVersionIsReadAsWell() {
    RunOwner self = RunOwner.current();
    assertEquals(self, RunJson.PRETTY.fromJson(RunJson.PRETTY.toJson(self), RunOwner.class));
    String older = "{\"pid\": 7, \"host\": \"h\", \"start\": 12.5}";
    assertEquals("", RunJson.PRETTY.fromJson(older, RunOwner.class).birth());
  }

  @Test
  void timesThatWouldBeNegativeAreNothing() {
    assertEquals("0:00:00", ElapsedTime.format(-7200));
    assertEquals("0:00:01", ElapsedTime.format(1.9));
  }
}
