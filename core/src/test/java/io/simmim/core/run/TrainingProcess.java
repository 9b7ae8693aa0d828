package io.simmim.core.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Begins a run in the given folder, as a training does, and then waits to be killed. */
final class TrainingProcess {

  private TrainingProcess() {}

  public static void main(String[] arguments) throws Exception {
    RunFolder folder = new RunFolder(Path.of(arguments[0]));
    try (RunLock lock = RunLock.acquire(folder);
        EventLog log = EventLog.open(folder.events())) {
      RunManifest.starting(List.of("pretrain"), "cpu", "test", "images", "0")
          .write(folder.manifest());
      log.accept(SampleEvents.started());
      log.accept(SampleEvents.step(0));
      sayReady(lock);
      System.in.read();
    }
  }

  private static void sayReady(RunLock lock) throws IOException {
    System.out.println("ready " + lock);
  }
}
