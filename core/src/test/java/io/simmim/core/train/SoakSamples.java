package io.simmim.core.train;

import com.sun.management.UnixOperatingSystemMXBean;
import io.simmim.core.tensor.FreedMemory;
import io.simmim.core.tensor.ProcessMemory;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a process takes, looked at now and then after a collection, and after the C library gave
 * back what it keeps. Drifts compare the means of the second quarter and of the last: the first is
 * the warm-up of compiler and allocators.
 */
final class SoakSamples {

  /** About so many over a whole run. */
  static final int WANTED = 24;

  private static final double MIB = 1 << 20;
  private static final int COLLECTIONS = 2;
  private static final String ROW = "%9s %12s %12s %8s %8s %14s%n";

  private final long apart;
  private final List<Sample> samples = new ArrayList<>();
  private long steps;
  private long stepsBefore;
  private long cpuBefore = cpuNanos();
  private long next;

  /**
   * A look at the process.
   *
   * @param nativeMb resident, without the heap that Java has committed
   * @param heapMb that objects fill which are needed
   * @param stepMillis of the processor for one step since the sample before; unlike the time on the
   *     wall, other programs hardly change it
   */
  private record Sample(
      long steps, double nativeMb, double heapMb, int threads, long handles, double stepMillis) {}

  SoakSamples(Duration apart) {
    this.apart = apart.toNanos();
    this.next = System.nanoTime() + this.apart;
  }

  /** So many steps are done; takes a sample when it is time, where the loader works for sure. */
  void stepped(long done, boolean epochBegins) {
    steps = done;
    if (epochBegins && System.nanoTime() >= next) {
      take();
      next = System.nanoTime() + apart;
    }
  }

  long steps() {
    return steps;
  }

  private void take() {
    double millis = (cpuNanos() - cpuBefore) / 1e6 / (steps - stepsBefore);
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    FreedMemory.giveBack();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    samples.add(
        new Sample(
            steps,
            ProcessMemory.residentMb() - heap.getCommitted() / MIB,
            heap.getUsed() / MIB,
            ManagementFactory.getThreadMXBean().getThreadCount(),
            handles(),
            millis));
    stepsBefore = steps;
    cpuBefore = cpuNanos();
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : System.nanoTime();
  }

  private static long handles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  double nativeDrift() {
    return drift(Sample::nativeMb);
  }

  double heapDrift() {
    return drift(Sample::heapMb);
  }

  double threadDrift() {
    return drift(Sample::threads);
  }

  double handleDrift() {
    return drift(Sample::handles);
  }

  double timeDrift() {
    return drift(Sample::stepMillis);
  }

  private double drift(ToDoubleFunction<Sample> value) {
    int quarter = samples.size() / 4;
    if (quarter == 0) {
      return Double.NaN;
    }
    double early = mean(samples.subList(quarter, 2 * quarter), value);
    double late = mean(samples.subList(samples.size() - quarter, samples.size()), value);
    return late / early - 1;
  }

  private static double mean(List<Sample> some, ToDoubleFunction<Sample> value) {
    return some.stream().mapToDouble(value).average().orElseThrow();
  }

  String table() {
    StringBuilder table =
        new StringBuilder(
            ROW.formatted(
                "steps", "native MiB", "heap MiB", "threads", "handles", "CPU ms a step"));
    for (Sample s : samples) {
      table.append(
          String.format(
              Locale.ROOT,
              "%9d %12.1f %12.2f %8d %8d %14.3f%n",
              s.steps,
              s.nativeMb,
              s.heapMb,
              s.threads,
              s.handles,
              s.stepMillis));
    }
    return table
        + String.format(
            Locale.ROOT,
            "%9s %11.2f%% %11.2f%% %7.2f%% %7.2f%% %13.2f%%%n",
            "drift",
            100 * nativeDrift(),
            100 * heapDrift(),
            100 * threadDrift(),
            100 * handleDrift(),
            100 * timeDrift());
  }
}
