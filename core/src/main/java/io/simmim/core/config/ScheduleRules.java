package io.simmim.core.config;

import static io.simmim.core.config.ConfigRule.require;

import java.util.List;
import java.util.stream.Stream;

/** When epochs, warm-up and milestones follow one another. */
final class ScheduleRules {

  private static final String EPOCHS = "TRAIN.EPOCHS";
  private static final String WARMUP = "TRAIN.WARMUP_EPOCHS";
  private static final String MULTISTEPS = "TRAIN.LR_SCHEDULER.MULTISTEPS";

  private ScheduleRules() {}

  static Stream<Violation> check(ExperimentConfig config) {
    TrainConfig train = config.train();
    return Stream.of(warmup(train), prefix(train), start(train), milestones(train)).flatMap(v -> v);
  }

  private static Stream<Violation> warmup(TrainConfig train) {
    return require(
        train.warmupEpochs() <= train.epochs(),
        "the warm-up of %d epochs is longer than the run of %d; make WARMUP_EPOCHS at most EPOCHS."
            .formatted(train.warmupEpochs(), train.epochs()),
        WARMUP,
        EPOCHS);
  }

  private static Stream<Violation> prefix(TrainConfig train) {
    LrSchedulerConfig scheduler = train.lrScheduler();
    return require(
        !scheduler.name().equals("cosine")
            || !scheduler.warmupPrefix()
            || train.warmupEpochs() != train.epochs(),
        "the warm-up takes all %d epochs, so no cosine can follow it; shorten WARMUP_EPOCHS or set WARMUP_PREFIX to false."
            .formatted(train.epochs()),
        WARMUP,
        EPOCHS,
        "TRAIN.LR_SCHEDULER.WARMUP_PREFIX");
  }

  private static Stream<Violation> start(TrainConfig train) {
    return require(
        train.startEpoch() <= train.epochs(),
        "the run would start at epoch %d but has only %d; make START_EPOCH at most EPOCHS."
            .formatted(train.startEpoch(), train.epochs()),
        "TRAIN.START_EPOCH",
        EPOCHS);
  }

  private static Stream<Violation> milestones(TrainConfig train) {
    List<Integer> steps = train.lrScheduler().multisteps();
    if (!train.lrScheduler().name().equals("multistep")) {
      return Stream.empty();
    }
    if (steps.isEmpty()) {
      return Stream.of(
          Violation.of(
              "the multistep schedule needs at least one epoch at which it drops, for example [%d]."
                  .formatted(Math.max(1, train.epochs() * 7 / 8)),
              MULTISTEPS,
              "TRAIN.LR_SCHEDULER.NAME"));
    }
    return Stream.concat(
        require(
            steps.equals(steps.stream().sorted().toList()),
            "the epochs " + steps + " must be in ascending order.",
            MULTISTEPS),
        require(
            train.warmupEpochs() <= steps.get(0),
            "the first drop at epoch %d lies inside the warm-up of %d epochs; move it or shorten WARMUP_EPOCHS."
                .formatted(steps.get(0), train.warmupEpochs()),
            MULTISTEPS,
            WARMUP));
  }
}
