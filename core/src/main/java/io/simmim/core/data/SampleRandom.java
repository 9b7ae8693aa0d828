package io.simmim.core.data;

import java.util.SplittableRandom;

/**
 * Independent random numbers for every sample of every epoch, so that neither threads nor resuming
 * in the middle of an epoch change what a run sees.
 */
public enum SampleRandom {
  ORDER(1),
  CROP(2),
  MASK(3),
  AUGMENT(4),
  MIX(5),
  DROP(6);

  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final long purpose;

  SampleRandom(long purpose) {
    this.purpose = purpose;
  }

  /**
   * The numbers for one purpose.
   *
   * @param seed of the run
   * @param epoch from 0
   * @param position of the sample, or of its batch, in the epoch
   */
  public SplittableRandom of(long seed, int epoch, int position) {
    long state = mix(seed + GOLDEN_GAMMA);
    state = mix(state + GOLDEN_GAMMA * (epoch + 1L));
    state = mix(state + GOLDEN_GAMMA * (position + 1L));
    return new SplittableRandom(mix(state + GOLDEN_GAMMA * purpose));
  }

  /** A random permutation of 0..n-1 for an epoch. */
  static int[] order(long seed, int epoch, int n) {
    SplittableRandom rng = ORDER.of(seed, epoch, 0);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = rng.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood, 2014): every bit changes every other. */
  private static long mix(long z) {
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
