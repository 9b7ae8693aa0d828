package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import java.util.Optional;
import java.util.TreeMap;

/** Mean loss of each epoch that counts: a resumed run does its later epochs again. */
final class EpochLosses {

  private final TreeMap<Integer, Double> byEpoch = new TreeMap<>();

  void tell(RunEvent event) {
    if (event instanceof RunEvent.Epoch epoch) {
      byEpoch.put(epoch.epoch(), epoch.meanLoss());
    } else if (event instanceof RunEvent.Started started) {
      byEpoch.tailMap(started.startEpoch()).clear();
    }
  }

  /** The lowest so far. */
  Optional<Double> best() {
    return byEpoch.values().stream().filter(Double::isFinite).min(Double::compare);
  }
}
