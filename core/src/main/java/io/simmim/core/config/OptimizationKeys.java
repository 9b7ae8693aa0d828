package io.simmim.core.config;

import static io.simmim.core.config.ConfigSection.SCHEDULE;
import static io.simmim.core.config.ConfigSection.TRAINING;
import static io.simmim.core.config.KeyDraft.flag;
import static io.simmim.core.config.KeyDraft.integer;
import static io.simmim.core.config.KeyDraft.integers;
import static io.simmim.core.config.KeyDraft.number;
import static io.simmim.core.config.KeyDraft.numbers;
import static io.simmim.core.config.KeyDraft.text;

import java.util.List;

/** The official keys under {@code TRAIN.LR_SCHEDULER} and {@code TRAIN.OPTIMIZER}. */
final class OptimizationKeys {

  static final List<ConfigKey> ALL =
      List.of(
          text(SCHEDULE, "TRAIN.LR_SCHEDULER.NAME", "cosine")
              .oneOf("cosine", "linear", "step", "multistep")
              .says("Shape of the learning rate after the warm-up."),
          integer(SCHEDULE, "TRAIN.LR_SCHEDULER.DECAY_EPOCHS", 30)
              .positive()
              .unit("epochs")
              .says("Epochs between two drops of the step schedule."),
          number(SCHEDULE, "TRAIN.LR_SCHEDULER.DECAY_RATE", 0.1)
              .in(NumberRange.above(0))
              .says("Factor of each drop of the step schedule."),
          number(SCHEDULE, "TRAIN.LR_SCHEDULER.GAMMA", 0.1)
              .in(NumberRange.above(0))
              .says("Factor of each drop of the multistep schedule."),
          flag(SCHEDULE, "TRAIN.LR_SCHEDULER.WARMUP_PREFIX", false)
              .knownTo(KeySource.SWIN_TRANSFORMER)
              .says("Start the cosine after the warm-up instead of at the first step."),
          integers(SCHEDULE, "TRAIN.LR_SCHEDULER.MULTISTEPS", List.of())
              .from(1, 1_000_000)
              .count(0, 1000)
              .unit("epochs")
              .says("Epochs at which the multistep schedule drops."),
          text(TRAINING, "TRAIN.OPTIMIZER.NAME", "adamw")
              .oneOf("adamw", "sgd")
              .says("Rule by which gradients change the weights."),
          number(TRAINING, "TRAIN.OPTIMIZER.EPS", 1e-8)
              .in(NumberRange.above(0))
              .says("Small number that keeps AdamW from dividing by zero."),
          numbers(TRAINING, "TRAIN.OPTIMIZER.BETAS", List.of(0.9, 0.999))
              .in(NumberRange.fromBelow(0, 1))
              .count(2, 2)
              .says("How slowly AdamW's averages of gradient and squared gradient change."),
          number(TRAINING, "TRAIN.OPTIMIZER.MOMENTUM", 0.9)
              .in(NumberRange.fromBelow(0, 1))
              .says("Momentum of SGD."));

  private OptimizationKeys() {}
}
