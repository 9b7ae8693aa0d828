package io.simmim.core.config;

import static io.simmim.core.config.ConfigSection.AUGMENTATION;
import static io.simmim.core.config.KeyDraft.flag;
import static io.simmim.core.config.KeyDraft.integer;
import static io.simmim.core.config.KeyDraft.number;
import static io.simmim.core.config.KeyDraft.numbers;
import static io.simmim.core.config.KeyDraft.text;

import java.util.List;

/** The official keys under {@code AUG} and {@code TEST}. */
final class AugKeys {

  private static final NumberRange PROBABILITY = NumberRange.closed(0, 1);

  static final List<ConfigKey> ALL =
      List.of(
          number(AUGMENTATION, "AUG.COLOR_JITTER", 0.4)
              .in(NumberRange.atLeast(0))
              .says("Strength of random colour changes; acts only without AUTO_AUGMENT."),
          text(AUGMENTATION, "AUG.AUTO_AUGMENT", "rand-m9-mstd0.5-inc1")
              .says("Policy of random image operations in timm's notation, or none."),
          number(AUGMENTATION, "AUG.REPROB", 0.25)
              .in(PROBABILITY)
              .says("Probability that a box of the image is erased."),
          text(AUGMENTATION, "AUG.REMODE", "pixel")
              .oneOf("const", "rand", "pixel")
              .says("What fills an erased box: zeros, one random colour, or random pixels."),
          integer(AUGMENTATION, "AUG.RECOUNT", 1)
              .from(1, 100)
              .unit("boxes")
              .says("Boxes erased in one image."),
          number(AUGMENTATION, "AUG.MIXUP", 0.8)
              .in(NumberRange.atLeast(0))
              .says("Alpha of mixup, which blends two images; 0 switches it off."),
          number(AUGMENTATION, "AUG.CUTMIX", 1.0)
              .in(NumberRange.atLeast(0))
              .says("Alpha of cutmix, which pastes a box of another image; 0 switches it off."),
          numbers(AUGMENTATION, "AUG.CUTMIX_MINMAX", null)
              .in(PROBABILITY)
              .count(2, 2)
              .says("Smallest and largest side of the pasted box as a share of the image."),
          number(AUGMENTATION, "AUG.MIXUP_PROB", 1.0)
              .in(PROBABILITY)
              .says("Probability that a batch is mixed at all."),
          number(AUGMENTATION, "AUG.MIXUP_SWITCH_PROB", 0.5)
              .in(PROBABILITY)
              .says("Probability of cutmix where both kinds of mixing are on."),
          text(AUGMENTATION, "AUG.MIXUP_MODE", "batch")
              .oneOf("batch", "pair", "elem")
              .says("Whether one mixing weight serves the batch, a pair or a single image."),
          flag(AUGMENTATION, "TEST.CROP", true)
              .says("Evaluate on the centre of a slightly larger image."));

  private AugKeys() {}
}
