package io.simmim.core.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.ChildJvm;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunStatus;
import io.simmim.core.run.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueRunnerTest {

  @TempDir Path output;

  private final AtomicBoolean stop = new AtomicBoolean();
  private final Told told = new Told();

  /** Writes down what is told. */
  private static final class Told implements QueueStory {

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void started(QueuedRun run) {
      lines.add("started " + run.title());
    }

    @Override
    public void failed(QueuedRun run, String sentence) {
      lines.add(run.title() + ": " + sentence);
    }

    @Override
    public void ended(QueuedRun run, RunStatus status, String message) {
      lines.add(run.title() + " " + status + " " + message);
    }

    @Override
    public void problem(String sentence) {
      lines.add(sentence);
    }
  }

  @Test
  void runsOfOneDeviceComeOneAfterTheOther() throws Exception {
    add("a", "cpu", StubRun.QUICK);
    add("b", "cpu", StubRun.QUICK);
    add("c", "cpu", StubRun.QUICK);
    queue().move("stub__c", -1);
    assertEquals(QueueEnd.DONE, runner().run(stop::get, false));
    assertEquals(
        List.of("begin a", "end a", "begin c", "end c", "begin b", "end b"), StubRun.story(output));
    assertEquals(QueueListing.EMPTY, queue().list());
    assertFalse(Files.exists(output.resolve(".queue/stub__a.json")));
    assertTrue(told.lines.contains("stub / c FINISHED All is done."), told.lines.toString());
    assertFalse(queue().hasRunner());
  }

  @Test
  void devicesWorkSideBySide() throws Exception {
    add("a", "cuda:0", StubRun.HELD);
    add("b", "cuda", StubRun.QUICK); // the same device by another name
    add("c", "cuda:1", StubRun.HELD);
    CompletableFuture<QueueEnd> end = inBackground();
    waitForLines(2);
    assertEquals(List.of("begin a", "begin c"), StubRun.story(output).stream().sorted().toList());
    StubRun.release(output, "c");
    waitForLines(3);
    StubRun.release(output, "a");
    assertEquals(QueueEnd.DONE, end.get());
    assertEquals(
        List.of("end c", "end a", "begin b", "end b"), StubRun.story(output).subList(2, 6));
  }

  @Test
  void aFailureStaysVisibleAndStopsNoOther() throws Exception {
    add("a", "cpu", StubRun.FAILING);
    add("b", "cpu", StubRun.QUICK);
    assertEquals(QueueEnd.DONE, runner().run(stop::get, false));
    assertEquals(List.of("begin b", "end b"), StubRun.story(output));
    List<QueuedRun> left = queue().list().runs();
    assertEquals(1, left.size());
    assertEquals("There is no image below /nowhere.", left.get(0).failure());
    assertEquals(QueuedRun.State.FAILED, left.get(0).state());
    assertTrue(told.lines.contains("stub / a: There is no image below /nowhere."));
  }

  @Test
  void aRunFromAFolderThatIsGoneFailsWithASentence() throws Exception {
    QueueOrder order = StubRun.order(output, "a", "cpu", StubRun.QUICK);
    queue()
        .add(
            new QueueOrder(
                order.arguments(),
                order.config(),
                order.folder(),
                order.device(),
                output.resolve("gone")));
    assertEquals(QueueEnd.DONE, runner().run(stop::get, false));
    String failure = queue().list().runs().get(0).failure();
    assertTrue(failure.startsWith("The process cannot be started"), failure);
    assertTrue(failure.contains("gone"), failure);
  }

  @Test
  void aPausedQueueStartsOnlyWhatIsInAHurry() throws Exception {
    add("a", "cpu", StubRun.QUICK);
    add("b", "cpu", StubRun.QUICK);
    queue().pause();
    assertEquals(QueueEnd.PAUSED, runner().run(stop::get, false));
    assertEquals(List.of(), StubRun.story(output));
    queue().hurry("stub__b");
    assertEquals(QueueEnd.PAUSED, runner().run(stop::get, false));
    assertEquals(List.of("begin b", "end b"), StubRun.story(output));
    queue().resume();
    assertEquals(QueueEnd.DONE, runner().run(stop::get, false));
    assertEquals("end a", StubRun.story(output).get(3));
  }

  @Test
  void aDeviceThatIsBusyWithAnotherRunIsWaitedFor() throws Exception {
    RunFolder byHand = RunFolder.of(output, "stub", "by-hand");
    String[] arguments = {"pretrain", "--cfg", "x", byHand.path().toString(), "cpu", StubRun.HELD};
    Process process = StubRun.program().start(List.of(arguments), output, output, "by-hand");
    waitForLines(1);
    add("a", "cpu", StubRun.QUICK);
    add("b", "cuda:0", StubRun.QUICK);
    CompletableFuture<QueueEnd> end = inBackground();
    waitForLines(3);
    assertEquals(List.of("begin by-hand", "begin b", "end b"), StubRun.story(output));
    StubRun.release(output, "by-hand");
    assertEquals(QueueEnd.DONE, end.get());
    assertEquals(List.of("end by-hand", "begin a", "end a"), StubRun.story(output).subList(3, 6));
    process.waitFor();
  }

  @Test
  void runsThatAreAddedLaterAreTakenAndAStopLeavesWhatGoesOnAlone() throws Exception {
    add("a", "cpu", StubRun.HELD);
    CompletableFuture<QueueEnd> end = inBackground();
    waitForLines(1);
    assertEquals(QueueEnd.TAKEN, runner().run(stop::get, false), "one runner at a time");
    add("b", "cuda:0", StubRun.HELD);
    add("c", "cpu", StubRun.QUICK);
    waitForLines(2);
    stop.set(true);
    assertEquals(QueueEnd.STOPPED, end.get());
    StubRun.release(output, "a");
    StubRun.release(output, "b");
    waitForLines(4);
    RunFolder b = RunFolder.of(output, "stub", "b");
    while (RunSummary.read(b).status() == RunStatus.RUNNING) {
      Thread.onSpinWait();
    }
    assertEquals(RunStatus.FINISHED, RunSummary.read(b).status());
    assertEquals(
        List.of("stub / c"), queue().list().runs().stream().map(QueuedRun::title).toList());
  }

  @Test
  void aTornFileIsToldOnceAndPassedOver() throws Exception {
    add("a", "cpu", StubRun.QUICK);
    add("b", "cpu", StubRun.QUICK);
    Files.writeString(output.resolve(".queue/stub__a.json"), "{\"id\": \"stub__");
    assertEquals(QueueEnd.DONE, runner().run(stop::get, false));
    assertEquals(List.of("begin b", "end b"), StubRun.story(output));
    assertEquals(1, told.lines.stream().filter(line -> line.contains("passed over")).count());
  }

  @Test
  void aRunFolderThatCannotBeReadHoldsUpNobody() throws Exception {
    add("a", "cpu", StubRun.QUICK);
    add("b", "cpu", StubRun.QUICK);
    Path folder = RunFolder.of(output, "stub", "a").path();
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("run.json"), "{\"state\": ");
    assertEquals(QueueEnd.DONE, runner().run(stop::get, false));
    assertEquals(List.of("begin b", "end b"), StubRun.story(output));
    assertEquals(1, told.lines.stream().filter(line -> line.contains("run.json")).count());
  }

  @Test
  void aKilledRunnerLosesNothingAndNothingRunsTwice() throws Exception {
    add("a", "cpu", StubRun.HELD);
    add("b", "cpu", StubRun.QUICK);
    try (ChildJvm killed = ChildJvm.ready(RunnerProcess.class, output.toString())) {
      waitForLines(1);
      assertTrue(queue().hasRunner());
      killed.kill();
    }
    assertTrue(queue().lostItsRunner());
    CompletableFuture<QueueEnd> end = inBackground();
    StubRun.release(output, "a");
    assertEquals(QueueEnd.DONE, end.get());
    assertEquals(List.of("begin a", "end a", "begin b", "end b"), StubRun.story(output));
    assertEquals(QueueListing.EMPTY, queue().list());
  }

  @Test
  void aRunThatANowDeadRunnerStartedInVainFailed() throws Exception {
    add("a", "cpu", StubRun.QUICK);
    QueuedRun run = queue().list().runs().get(0);
    Process gone = new ProcessBuilder("true").start();
    queue().started(run, io.simmim.core.run.RunOwner.of(gone.toHandle()));
    gone.waitFor();
    assertEquals(QueuedRun.State.STARTING, queue().list().runs().get(0).state());
    assertEquals(QueueEnd.DONE, runner().run(stop::get, false));
    String failure = queue().list().runs().get(0).failure();
    assertTrue(failure.contains("ended before the run began"), failure);
  }

  private RunQueue queue() {
    return new RunQueue(output);
  }

  private QueueRunner runner() {
    return new QueueRunner(queue(), StubRun.program(), told);
  }

  private void add(String tag, String device, String kind) throws Exception {
    queue().add(StubRun.order(output, tag, device, kind));
  }

  private CompletableFuture<QueueEnd> inBackground() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return runner().run(stop::get, false);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void waitForLines(int count) throws Exception {
    while (StubRun.story(output).size() < count) {
      Thread.onSpinWait();
    }
  }
}
