package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What came out of each epoch that counts: a resumed run does its later epochs again. */
final class EpochResults {

  private final TreeMap<Integer, Double> losses = new TreeMap<>();
  private final TreeMap<Integer, RunEvent.Validation> validations = new TreeMap<>();
  private RunEvent.Throughput throughput;

  void tell(RunEvent event) {
    if (event instanceof RunEvent.Epoch epoch) {
      losses.put(epoch.epoch(), epoch.meanLoss());
    } else if (event instanceof RunEvent.Validation validation) {
      validations.put(validation.epoch(), validation);
    } else if (event instanceof RunEvent.Throughput measured) {
      throughput = measured;
    } else if (event instanceof RunEvent.Started started) {
      // An epoch whose steps are all done may still have to be measured.
      int nextToTrain = (int) (started.startStep() / Math.max(1, started.stepsPerEpoch()));
      losses.tailMap(nextToTrain).clear();
      validations.tailMap(started.startEpoch()).clear();
      throughput = null;
    }
  }

  /** The lowest mean loss of an epoch so far. */
  Optional<Double> bestLoss() {
    return losses.values().stream().filter(Double::isFinite).min(Double::compare);
  }

  /** One for each epoch that was followed by one, in their order. */
  List<RunEvent.Validation> validations() {
    return List.copyOf(validations.values());
  }

  /** The speed, where that was measured. */
  Optional<RunEvent.Throughput> throughput() {
    return Optional.ofNullable(throughput);
  }
}
