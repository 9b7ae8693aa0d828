package io.simmim.core.inspect;

import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.weights.CheckpointFile;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a file says about the training that wrote it; empty wherever it says nothing.
 *
 * @param epoch last epoch that is done, from 0
 * @param maxAccuracy best validation accuracy in percent
 * @param schedulerValues number of values in the schedule's state
 * @param schedulerSteps steps of the schedule, {@code t_initial}
 * @param scale factor of the loss scaling
 * @param position next batch of the run
 */
public record TrainingSummary(
    OptionalLong epoch,
    OptionalDouble maxAccuracy,
    Optional<OptimizerSummary> optimizer,
    int schedulerValues,
    OptionalLong schedulerSteps,
    boolean scaler,
    OptionalDouble scale,
    Optional<Position> position) {

  static TrainingSummary of(CheckpointFile file) {
    Map<?, ?> scheduler = map(file, "lr_scheduler");
    return new TrainingSummary(
        whole(file.entries().get("epoch")),
        number(file.entries().get("max_accuracy")),
        OptimizerSummary.of(file.entries().get("optimizer")),
        scheduler.size(),
        whole(scheduler.get("t_initial")),
        file.entries().containsKey("scaler") || file.entries().containsKey("amp"),
        number(map(file, "scaler").get("scale")),
        file.training().position());
  }

  private static Map<?, ?> map(CheckpointFile file, String entry) {
    return file.entries().get(entry) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static OptionalLong whole(Object value) {
    return value instanceof Number number
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }

  private static OptionalDouble number(Object value) {
    return value instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }
}
