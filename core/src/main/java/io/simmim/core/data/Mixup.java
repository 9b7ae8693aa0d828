package io.simmim.core.data;

import io.simmim.core.config.AugConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Mixup and cutmix of a batch (timm 0.4.12 {@code data/mixup.py}; Zhang et al. 2018, Yun et al.
 * 2019): image i is mixed with image B - 1 - i, and so are their smoothed labels. In a batch of odd
 * size the middle image is its own partner.
 */
public final class Mixup {

  /** Which images share their mixing weight. */
  enum Mode {
    BATCH,
    PAIR,
    ELEM
  }

  private final MixDraw draw;
  private final Mode mode;
  private final SoftTargets targets;

  private Mixup(MixDraw draw, Mode mode, SoftTargets targets) {
    this.draw = draw;
    this.mode = mode;
    this.targets = targets;
  }

  /**
   * The mixing of a configuration; empty when neither AUG.MIXUP nor AUG.CUTMIX nor
   * AUG.CUTMIX_MINMAX asks for any.
   *
   * @param labelSmoothing share of each target that is spread over all classes, 0..1
   * @param classes number of classes
   */
  public static Optional<Mixup> of(AugConfig aug, double labelSmoothing, int classes) {
    List<Double> minmax = aug.cutmixMinmax();
    if (aug.mixup() <= 0 && aug.cutmix() <= 0 && minmax.isEmpty()) {
      return Optional.empty();
    }
    MixDraw draw =
        new MixDraw(
            aug.mixup(),
            // As timm: with given sides the weight follows from the box alone.
            minmax.isEmpty() ? aug.cutmix() : 1,
            minmax,
            aug.mixupProb(),
            aug.mixupSwitchProb());
    Mode mode = Mode.valueOf(aug.mixupMode().toUpperCase(Locale.ROOT));
    return Optional.of(new Mixup(draw, mode, new SoftTargets(labelSmoothing, classes)));
  }

  /** Mixes the gathered rows of a batch and writes its soft targets. */
  void apply(LabelledBuffers batch, RandomGenerator rng) {
    int[] labels = batch.labels();
    Mix[] mixes = mixes(labels.length, batch.shape(), rng);
    new MixedRows(batch.pixels(), batch.shape()).apply(mixes);
    for (int row = 0; row < labels.length; row++) {
      int partner = labels[labels.length - 1 - row];
      targets.write(labels[row], partner, mixes[row].lam(), batch.targets().orElseThrow().row(row));
    }
  }

  /** How each of so many images is mixed with its partner. */
  Mix[] mixes(int size, SampleShape shape, RandomGenerator rng) {
    Mix[] mixes = new Mix[size];
    Arrays.fill(mixes, Mix.NONE);
    switch (mode) {
      case BATCH -> Arrays.fill(mixes, draw.next(shape, rng));
      case ELEM -> Arrays.setAll(mixes, row -> draw.next(shape, rng));
      case PAIR -> {
        for (int row = 0; row < size / 2; row++) {
          mixes[row] = draw.next(shape, rng);
          mixes[size - 1 - row] = mixes[row];
        }
      }
    }
    return mixes;
  }
}
