package io.simmim.core.config;

import java.util.List;

/**
 * Keys under {@code AUG}: augmentation of fine-tuning. Pre-training uses none of them.
 *
 * @param colorJitter strength; acts only when {@link #autoAugment} is {@code none}
 * @param reprob probability of random erasing
 * @param remode what fills an erased box
 * @param recount boxes erased in one image
 * @param mixup alpha of mixup, 0 for off
 * @param cutmix alpha of cutmix, 0 for off
 * @param cutmixMinmax smallest and largest box side as a share of the image; empty (YAML null) to
 *     draw the box from {@link #cutmix}
 * @param mixupMode {@code batch}, {@code pair} or {@code elem}
 */
public record AugConfig(
    double colorJitter,
    String autoAugment,
    double reprob,
    String remode,
    int recount,
    double mixup,
    double cutmix,
    List<Double> cutmixMinmax,
    double mixupProb,
    double mixupSwitchProb,
    String mixupMode) {

  public AugConfig {
    cutmixMinmax = List.copyOf(cutmixMinmax);
  }
}
