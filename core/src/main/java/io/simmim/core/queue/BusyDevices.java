package io.simmim.core.queue;

import io.simmim.core.fault.DataException;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunOwner;
import io.simmim.core.run.RunScan;
import io.simmim.core.run.RunStatus;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The devices of this machine on which a run of a folder of runs is under way. */
final class BusyDevices {

  private static final String FIRST_GPU = "cuda:0";

  private BusyDevices() {}

  /** However the runs were started. */
  static Set<String> in(Path output) throws DataException {
    Set<String> busy = new HashSet<>();
    for (RunFolder folder : RunScan.below(output)) {
      deviceOf(folder).ifPresent(busy::add);
    }
    return busy;
  }

  private static Optional<String> deviceOf(RunFolder folder) {
    try {
      return RunManifest.read(folder.manifest())
          .filter(run -> run.state() == RunStatus.RUNNING)
          .filter(run -> Optional.ofNullable(run.owner()).filter(RunOwner::isLocal).isPresent())
          .filter(run -> run.owner().isAlive())
          .map(run -> named(run.device()));
    } catch (DataException e) {
      return Optional.empty(); // nothing that is under way is torn
    }
  }

  /** One name for each device. */
  static String named(String device) {
    return device.equals("cuda") ? FIRST_GPU : device;
  }
}
