package io.simmim.core.train;

import io.simmim.core.tensor.ProcessMemory;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;

/**
 * How much the Java heap will still grow. A training makes garbage so slowly that the heap is full
 * for the first time after minutes; until then its pages are not in use.
 */
final class HeapGrowth {

  /** Small enough to be allocated where all small objects are. */
  private static final int PIECE = 1 << 16;

  /** The first of them may make the heap larger, the next finds that full as well. */
  private static final int COLLECTIONS = 2;

  private HeapGrowth() {}

  /** Fills the heap with garbage until it is collected; tells in MiB what that took. */
  static double measureMb() {
    double before = ProcessMemory.residentMb();
    long most = 2 * Runtime.getRuntime().maxMemory();
    long enough = collections() + COLLECTIONS;
    for (long filled = 0; collections() < enough && filled < most; filled += PIECE) {
      byte[] garbage = new byte[PIECE];
      try {
        garbage[0] = 1;
      } finally {
        // Else the compiler would leave out what nobody reads.
        Reference.reachabilityFence(garbage);
      }
    }
    return Math.max(0, ProcessMemory.residentMb() - before);
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }
}
