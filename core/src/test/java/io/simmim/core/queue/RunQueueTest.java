package io.simmim.core.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunOwner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunQueueTest {

  @TempDir Path output;

  @Test
  void runsWaitInTheOrderInWhichTheyWereAdded() throws Exception {
    add("a", "b", "c");
    assertEquals(List.of("a", "b", "c"), tags());
    QueuedRun run = queue().list().runs().get(1);
    assertEquals(QueuedRun.State.WAITING, run.state());
    assertEquals("pretrain", run.stage());
    assertEquals("cpu", run.device());
    assertEquals(RunFolder.of(output, "stub", "b"), run.runFolder());
    assertEquals("stub / b", run.title());
  }

  @Test
  void theConfigurationIsACopyThatTheArgumentsName() throws Exception {
    QueuedRun run = queue().add(StubRun.order(output, "a", "cpu", StubRun.QUICK));
    Path copy = output.resolve(".queue/stub__a.yaml");
    assertEquals("TAG: a\n", Files.readString(copy));
    assertEquals(List.of("pretrain", "--cfg", copy.toString()), run.arguments().subList(0, 3));
    assertEquals(
        List.of("pretrain", "--cfg=x.yaml", "--opts", "SEED", "1"),
        ConfigArgument.replaced(
            List.of("pretrain", "--cfg=my.yaml", "--opts", "SEED", "1"), "x.yaml"));
  }

  @Test
  void aRunMovesUpAndDownAsFarAsThereArePlaces() throws Exception {
    add("a", "b", "c", "d");
    queue().move("stub__c", -1);
    assertEquals(List.of("a", "c", "b", "d"), tags());
    queue().move("stub__a", 2);
    assertEquals(List.of("c", "b", "a", "d"), tags());
    queue().move("stub__d", -9);
    queue().move("stub__c", 9);
    assertEquals(List.of("d", "b", "a", "c"), tags());
    queue().move("stub__none", 1);
    assertEquals(List.of("d", "b", "a", "c"), tags());
    add("e");
    assertEquals(List.of("d", "b", "a", "c", "e"), tags());
  }

  @Test
  void whatIsRemovedIsGoneWithItsConfiguration() throws Exception {
    add("a", "b");
    assertTrue(queue().remove("stub__a"));
    assertFalse(queue().remove("stub__a"));
    assertEquals(List.of("b"), tags());
    assertFalse(Files.exists(output.resolve(".queue/stub__a.yaml")));
  }

  @Test
  void noTwoRunsWaitForOneFolderButAFailedOneMakesRoom() throws Exception {
    add("a");
    DataException refused = assertThrows(DataException.class, () -> add("a"));
    assertTrue(refused.getMessage().contains("waits already"), refused.getMessage());
    queue().failed(queue().list().runs().get(0), "The folder holds no image.");
    assertEquals("The folder holds no image.", queue().list().runs().get(0).failure());
    add("a");
    assertEquals(QueuedRun.State.WAITING, queue().list().runs().get(0).state());
  }

  @Test
  void aFailedRunMayTryAgain() throws Exception {
    add("a", "b");
    queue().failed(queue().list().runs().get(0), "No.");
    queue().retry("stub__b");
    assertEquals(1, queue().list().in(QueuedRun.State.FAILED).size());
    queue().retry("stub__a");
    assertEquals(2, queue().list().in(QueuedRun.State.WAITING).size());
    queue().hurry("stub__b");
    assertTrue(queue().list().runs().get(1).urgent());
  }

  @Test
  void aFileThatCannotBeReadIsPassedOverWithOneSentence() throws Exception {
    add("a", "b");
    Path torn = output.resolve(".queue/stub__a.json");
    Files.writeString(torn, Files.readString(torn).substring(0, 40));
    Files.writeString(output.resolve(".queue/other.json"), "{}");
    Files.writeString(output.resolve(".queue/note.txt"), "mine");
    QueueListing listing = queue().list();
    assertEquals(List.of("b"), tags());
    assertEquals(2, listing.problems().size());
    for (String sentence : listing.problems()) {
      assertTrue(sentence.contains("cannot be read and is passed over"), sentence);
      assertEquals(1, sentence.lines().count());
    }
    queue().move("stub__b", -1);
    assertEquals(List.of("b"), tags());
  }

  @Test
  void aRunLeavesTheQueueWhenItsOwnFolderSaysSo() throws Exception {
    RunFolder folder = RunFolder.of(output, "stub", "a");
    Files.createDirectories(folder.path());
    RunManifest.starting(List.of("pretrain"), "cpu", "stub", "images", "0")
        .write(folder.manifest());
    Instant started = RunManifest.read(folder.manifest()).orElseThrow().startedAt();
    while (!Instant.now().truncatedTo(ChronoUnit.MILLIS).isAfter(started)) {
      Thread.onSpinWait();
    }
    add("a");
    assertEquals(List.of("a"), tags(), "an earlier run of that folder is none of it");
    RunManifest.starting(List.of("pretrain"), "cpu", "stub", "images", "0")
        .write(folder.manifest());
    assertEquals(List.of(), tags());
  }

  @Test
  void thePauseIsAFileThatAnybodySees() throws Exception {
    queue().pause();
    assertTrue(queue().isPaused());
    queue().pause();
    queue().resume();
    queue().resume();
    assertFalse(queue().isPaused());
  }

  @Test
  void manyMayAddAtOnce() throws Exception {
    List<CompletableFuture<Void>> adding = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String name = "t" + i + "-";
      adding.add(
          CompletableFuture.runAsync(
              () -> {
                for (int j = 0; j < 10; j++) {
                  addUnchecked(name + j);
                }
              }));
    }
    CompletableFuture.allOf(adding.toArray(CompletableFuture[]::new)).join();
    List<QueuedRun> runs = queue().list().runs();
    assertEquals(40, runs.size());
    assertEquals(40, new HashSet<>(runs.stream().map(QueuedRun::order).toList()).size());
  }

  @Test
  void tellsAKilledRunnerFromOneThatHadDoneItsWork() throws Exception {
    add("a");
    assertFalse(queue().hasRunner());
    assertFalse(queue().lostItsRunner());
    Optional<RunnerLock> lock = RunnerLock.acquire(QueueFiles.of(output));
    assertTrue(lock.isPresent());
    assertTrue(RunnerLock.acquire(QueueFiles.of(output)).isEmpty());
    assertTrue(queue().hasRunner());
    lock.get().close();
    assertFalse(queue().hasRunner());
    assertFalse(queue().lostItsRunner());
    String host = RunOwner.current().host();
    Files.writeString(
        output.resolve(".queue/runner.owner"),
        "{\"pid\": 2147483647, \"host\": \"" + host + "\", \"start\": 0}");
    assertTrue(queue().lostItsRunner());
  }

  @Test
  void aFolderWithoutAQueueHasAnEmptyOne() throws Exception {
    assertEquals(QueueListing.EMPTY, new RunQueue(output.resolve("none")).list());
    assertFalse(Files.exists(output.resolve("none")));
  }

  private void addUnchecked(String tag) {
    try {
      add(tag);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(String... tags) throws Exception {
    for (String tag : tags) {
      queue().add(StubRun.order(output, tag, "cpu", StubRun.QUICK));
    }
  }

  private List<String> tags() throws Exception {
    return queue().list().runs().stream()
        .map(run -> run.runFolder().path().getFileName().toString())
        .toList();
  }

  private RunQueue queue() {
    return new RunQueue(output);
  }
}
