package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Started;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunFolder.EpochPath;
import io.simmim.core.testing.FaultTable;
import io.simmim.core.weights.CheckpointFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Kills a training at random moments, over and over, until it has come to its end all the same, and
 * compares it with one that nobody disturbed.
 *
 * @param interval batches from one checkpoint to the next
 */
record KillChain(ChildTraining child, int interval, Random random, FaultTable table) {

  private static final String ANYWHERE = "kill -9 at a random moment";
  private static final String STARTING = "kill -9 while the run starts";
  private static final String SAVING = "kill -9 inside a save";

  /** Runs once without being disturbed, and leaves the folder empty. */
  Undisturbed undisturbed() throws Exception {
    child.finish();
    Undisturbed whole = new Undisturbed(child.lastCheckpoint(), numbers(child.events()));
    clear();
    return whole;
  }

  /** Puts the run folder away. */
  void clear() throws IOException {
    Path away = child.root().resolve("away-" + Long.toHexString(random.nextLong()));
    Files.move(child.folder().path(), away);
  }

  record Undisturbed(byte[] checkpoint, List<List<?>> steps) {}

  /** Kills up to {@code most} times, then lets the training end; returns how often it killed. */
  int run(Undisturbed whole, int most) throws Exception {
    int kills = 0;
    while (kills < most && killOnce()) {
      kills++;
    }
    if (kills == most) {
      child.finish();
    }
    assertArrayEquals(whole.checkpoint(), child.lastCheckpoint());
    assertEquals(whole.steps(), numbers(child.events()));
    assertLittleWasLost();
    return kills;
  }

  /** Returns false when the training has ended before. */
  private boolean killOnce() throws Exception {
    double kind = random.nextDouble();
    String fault = kind < 0.1 ? STARTING : kind < 0.5 ? ANYWHERE : SAVING;
    Process process = child.start();
    boolean alive =
        switch (fault) {
          case STARTING -> ChildTraining.await(process, after(random.nextInt(900)));
          case ANYWHERE ->
              isTraining(process) && ChildTraining.await(process, after(random.nextInt(600)));
          default -> isTraining(process) && isSaving(process);
        };
    if (!alive) {
      assertEquals(0, process.waitFor(), child::output);
      return false;
    }
    process.destroyForcibly().waitFor();
    String really = fault.equals(SAVING) && !leftHalfASave() ? ANYWHERE : fault;
    table.trying(really, this::assertNoTornFile);
    return true;
  }

  private static BooleanSupplier after(int millis) {
    long end = System.nanoTime() + millis * 1_000_000L;
    return () -> System.nanoTime() >= end;
  }

  private boolean isTraining(Process process) throws Exception {
    int before = Files.exists(child.folder().events()) ? child.events(Started.class).size() : 0;
    return ChildTraining.await(process, () -> startedMoreThan(before));
  }

  private boolean startedMoreThan(int before) {
    try {
      return Files.exists(child.folder().events()) && child.events(Started.class).size() > before;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isSaving(Process process) throws Exception {
    for (int saves = random.nextInt(4); saves >= 0; saves--) {
      if (!ChildTraining.await(process, () -> !leftHalfASave())
          || !ChildTraining.await(process, this::leftHalfASave)) {
        return false;
      }
    }
    long end = System.nanoTime() + random.nextInt(2_000_000);
    return ChildTraining.await(process, () -> System.nanoTime() >= end);
  }

  private boolean leftHalfASave() {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(child.folder().path(), ".ckpt*.tmp~")) {
      return files.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  private void assertNoTornFile() throws Exception {
    List<Path> files = new ArrayList<>(child.folder().interimCheckpoints());
    files.addAll(child.folder().checkpoints().stream().map(EpochPath::path).toList());
    for (Path file : files) {
      CheckpointFile.open(file);
    }
  }

  /** The steps as charts show them: those after a resume replace what they repeat. */
  private static List<List<?>> numbers(List<RunEvent> events) {
    TreeMap<Long, List<?>> steps = new TreeMap<>();
    for (RunEvent event : events) {
      if (event instanceof Started started) {
        steps.tailMap(started.startStep()).clear();
      } else if (event instanceof Step step) {
        steps.put(step.step(), List.of(step.step(), step.loss(), step.gradNorm(), step.lr()));
      }
    }
    return List.copyOf(steps.values());
  }

  private void assertLittleWasLost() throws Exception {
    long done = 0;
    for (RunEvent event : child.events()) {
      if (event instanceof Started started) {
        long lost = done - started.startStep();
        assertTrue(lost <= interval, () -> lost + " batches were lost, of at most " + interval);
        done = started.startStep();
      } else if (event instanceof Step step) {
        done = step.step() + 1;
      }
    }
  }
}
