package io.simmim.core.config;

import static io.simmim.core.config.ConfigSection.SCHEDULE;
import static io.simmim.core.config.ConfigSection.TRAINING;
import static io.simmim.core.config.KeyDraft.flag;
import static io.simmim.core.config.KeyDraft.integer;
import static io.simmim.core.config.KeyDraft.number;

import java.util.List;

/** The official keys directly under {@code TRAIN}. */
final class TrainKeys {

  private static final String PER_512 = "per 512 images";

  static final List<ConfigKey> ALL =
      List.of(
          integer(SCHEDULE, "TRAIN.START_EPOCH", 0)
              .unit("epochs")
              .says("Number of the first epoch; a resumed run sets it by itself."),
          integer(SCHEDULE, "TRAIN.EPOCHS", 300)
              .positive()
              .unit("epochs")
              .says("Passes over the data until the run ends."),
          integer(SCHEDULE, "TRAIN.WARMUP_EPOCHS", 20)
              .unit("epochs")
              .says("Epochs in which the learning rate climbs to its full value."),
          number(TRAINING, "TRAIN.WEIGHT_DECAY", 0.05)
              .in(NumberRange.atLeast(0))
              .says("Strength with which weights are pulled towards zero."),
          number(SCHEDULE, "TRAIN.BASE_LR", 5e-4)
              .in(NumberRange.above(0))
              .unit(PER_512)
              .says("Learning rate after the warm-up; it is scaled by the real batch size."),
          number(SCHEDULE, "TRAIN.WARMUP_LR", 5e-7)
              .in(NumberRange.atLeast(0))
              .unit(PER_512)
              .says("Learning rate at the first step of the warm-up."),
          number(SCHEDULE, "TRAIN.MIN_LR", 5e-6)
              .in(NumberRange.atLeast(0))
              .unit(PER_512)
              .says("Learning rate at which the cosine schedule ends."),
          number(TRAINING, "TRAIN.CLIP_GRAD", 5.0)
              .in(NumberRange.atLeast(0))
              .says("Largest gradient norm; longer gradients are shortened, 0 switches it off."),
          flag(TRAINING, "TRAIN.AUTO_RESUME", true)
              .says("Continue from the newest checkpoint when the run's folder has one."),
          integer(TRAINING, "TRAIN.ACCUMULATION_STEPS", 0)
              .unit("batches")
              .says("Batches whose gradients are added up for one step; 0 and 1 mean one."),
          flag(TRAINING, "TRAIN.USE_CHECKPOINT", false)
              .says("Recompute activations in the backward pass: less memory, slower steps."),
          number(TRAINING, "TRAIN.LAYER_DECAY", 1.0)
              .in(new NumberRange(0, true, 1, false))
              .says("Factor on the learning rate from a layer to the one below in fine-tuning."));

  private TrainKeys() {}
}
