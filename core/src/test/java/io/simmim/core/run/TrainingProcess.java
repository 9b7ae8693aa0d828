package io.simmim.core.run;

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
      System.out.println("ready, with " + lock.getClass());
      System.in.read();
    }
  }
}
