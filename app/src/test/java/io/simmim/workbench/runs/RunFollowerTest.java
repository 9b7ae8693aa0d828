package io.simmim.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunStatus;
import io.simmim.workbench.testing.RunFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFollowerTest {

  @TempDir Path output;

  private Instant now = Instant.now();

  @Test
  void aRunThatWasOnlyJustLaunchedIsStarting() throws Exception {
    RunFolder coming = RunFolder.of(output, "swin", "t");
    FollowedRun run = new RunFollower(coming).poll(now).orElseThrow();
    assertEquals(RunStatus.RUNNING, run.status());
    assertEquals(RunState.STARTING, RunState.of(run));
  }

  @Test
  void aRunWhoseFolderAppearsBetweenTwoQuickLooksHasNotCrashed() throws Exception {
    RunFollower follower = new RunFollower(RunFolder.of(output, "swin", "t"));
    follower.poll(now);
    try (RunFixture run = new RunFixture(output, "swin", "t", now)) {
      run.steps(0, 0, 1);
      FollowedRun begun = follower.poll(now.plusMillis(300)).orElseThrow();
      assertEquals(RunStatus.RUNNING, begun.status());
    }
  }

  @Test
  void nothingNewMeansNoNews() throws Exception {
    try (RunFixture run = new RunFixture(output, "swin", "t", now)) {
      RunFollower follower = new RunFollower(run.folder());
      run.steps(0, 0, 3);
      assertEquals(3, follower.poll(now).orElseThrow().snapshot().curves().loss().size());
      assertTrue(follower.poll(later()).isEmpty());
      run.steps(0, 3, 5);
      assertEquals(5, follower.poll(later()).orElseThrow().snapshot().curves().loss().size());
    }
  }

  @Test
  void aStopRequestShowsAsStoppingUntilTheRunEnds() throws Exception {
    try (RunFixture run = new RunFixture(output, "swin", "t", now)) {
      run.steps(0, 0, 3);
      RunFollower follower = new RunFollower(run.folder());
      StopOrder.give(run.folder());
      FollowedRun stopping = follower.poll(now).orElseThrow();
      assertEquals(RunState.STOPPING, RunState.of(stopping));
      assertTrue(Files.exists(run.folder().stopRequest()));
      run.end(RunEvent.Outcome.STOPPED, "Stopped by the user.");
      FollowedRun stopped = follower.poll(later()).orElseThrow();
      assertEquals(RunState.STOPPED, RunState.of(stopped));
      assertEquals("Stopped by the user.", RunState.STOPPED.explain(stopped));
    }
  }

  @Test
  void aRunWhoseProcessIsGoneHasCrashed() throws Exception {
    try (RunFixture run = new RunFixture(output, "swin", "t", now)) {
      RunFollower follower = new RunFollower(run.folder());
      run.steps(0, 0, 3);
      assertEquals(RunStatus.RUNNING, follower.poll(now).orElseThrow().status());
      run.crash();
      FollowedRun gone = follower.poll(now.plusSeconds(2)).orElseThrow();
      assertEquals(RunState.CRASHED, RunState.of(gone));
      assertTrue(RunState.CRASHED.canResume());
    }
  }

  @Test
  void aFolderThatWasStartedOverIsReadAfresh() throws Exception {
    try (RunFixture run = new RunFixture(output, "swin", "t", now)) {
      run.steps(0, 0, 9);
      RunFollower follower = new RunFollower(run.folder());
      assertEquals(9, follower.poll(now).orElseThrow().snapshot().curves().loss().size());
      Files.delete(run.folder().events());
      try (RunFixture again = new RunFixture(output, "swin", "t", now.plusSeconds(1))) {
        again.steps(0, 0, 2);
        assertEquals(2, follower.poll(later()).orElseThrow().snapshot().curves().loss().size());
      }
    }
  }

  @Test
  void runningCannotBeResumedAndFinishedNeither() {
    assertFalse(RunState.RUNNING.canResume());
    assertFalse(RunState.FINISHED.canResume());
  }

  private Instant later() {
    now = now.plus(Duration.ofSeconds(2));
    return now;
  }
}
