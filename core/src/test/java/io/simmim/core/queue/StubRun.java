package io.simmim.core.queue;

import io.simmim.core.process.JavaProgram;
import io.simmim.core.run.EventLog;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunLock;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stands in for a training: writes its run folder as one does, but learns nothing. {@code
 * journal.txt} in the folder of runs tells which ones began and ended, in this order.
 */
final class StubRun {

  /** Ends at once. */
  static final String QUICK = "quick";

  /** Goes on until {@link #release}. */
  static final String HELD = "held";

  /** Says why, and never has a folder. */
  static final String FAILING = "failing";

  private StubRun() {}

  static JavaProgram program() {
    return new JavaProgram(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
        System.getProperty("java.class.path"),
        StubRun.class.getName());
  }

  static QueueOrder order(Path output, String tag, String device, String kind) {
    RunFolder folder = RunFolder.of(output, "stub", tag);
    return new QueueOrder(
        List.of("pretrain", "--cfg", "original.yaml", folder.path().toString(), device, kind),
        Optional.of("TAG: " + tag + "\n"),
        folder,
        device,
        output);
  }

  static Path journal(Path output) {
    return output.resolve("journal.txt");
  }

  static List<String> story(Path output) throws Exception {
    Path file = journal(output);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  static void release(Path output, String tag) throws Exception {
    Files.createFile(output.resolve(tag + ".released"));
  }

  public static void main(String[] arguments) throws Exception {
    RunFolder folder = new RunFolder(Path.of(arguments[3]));
    Path output = folder.path().getParent().getParent();
    String tag = folder.path().getFileName().toString();
    if (arguments[5].equals(FAILING)) {
      System.err.println("There is no image below /nowhere.");
      System.exit(1);
    }
    try (RunLock lock = RunLock.acquire(folder);
        EventLog log = EventLog.open(folder.events())) {
      RunManifest manifest =
          RunManifest.starting(
              List.of(arguments), arguments[4], "stub", "images", lock.getClass().getName());
      manifest.write(folder.manifest());
      tell(output, "begin " + tag);
      while (arguments[5].equals(HELD) && !Files.exists(output.resolve(tag + ".released"))) {
        Thread.onSpinWait();
      }
      tell(output, "end " + tag);
      log.accept(
          new RunEvent.Ended(Instant.now(), RunEvent.Outcome.FINISHED, 0, 0, "All is done."));
      manifest.withState(RunStatus.FINISHED).write(folder.manifest());
    }
  }

  private static void tell(Path output, String line) throws Exception {
    Files.writeString(
        journal(output), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
