package io.simmim.workbench.testing;

import io.simmim.core.run.Estimate;
import java.util.List;

/** Estimates of a training of 30 epochs of two seconds. */
public final class Estimates {

  private Estimates() {}

  /**
   * An estimate.
   *
   * @param waiting share of the time that is spent waiting for images
   * @param freeBytes on the disk, which needs 300 MB
   */
  public static Estimate of(double waiting, long freeBytes) {
    return new Estimate(
        "pretrain",
        "cpu",
        600,
        4_500_000,
        16,
        37,
        new Estimate.Steps(20, 0.05, 0.04, 0.08, 320, waiting),
        new Estimate.Duration(30, 1, 2.5, 2, 0, 0, 0.1, 6),
        new Estimate.Memory(1300, 136, 100, 16_384),
        new Estimate.Disk(50_000_000, 6, freeBytes),
        List.of());
  }
}
