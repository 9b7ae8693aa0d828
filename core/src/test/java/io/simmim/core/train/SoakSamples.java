package io.simmim.core.train;

import com.sun.management.UnixOperatingSystemMXBean;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.tensor.FreedMemory;
import io.simmim.core.tensor.ProcessMemory;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * What a process takes, looked at now and then after a collection, and after the C library gave
 * back what it keeps. Drifts compare the medians of the second quarter and of the last, of times
 * the shortest: the first quarter is the warm-up of compiler and allocators.
 */
final class SoakSamples {

  /** About so many over a whole run. */
  static final int WANTED = 24;

  private static final double MIB = 1 << 20;
  private static final int COLLECTIONS = 2;
  private static final int LATEST = 400;
  private static final String ROW = "%9s %12s %12s %12s %8s %8s %14s%n";

  private final long apart;
  private final List<Sample> samples = new ArrayList<>();
  private final double[] latest = new double[LATEST]; // seconds of the last steps, in a ring
  private long steps;
  private long next;

  /**
   * A look at the process.
   *
   * @param nativeMb resident, without the heap that Java has committed
   * @param jvmMb part of it that Java's classes and compiled code fill, which grows while it warms
   *     up
   * @param heapMb that objects fill which are needed
   * @param stepMillis the quickest twentieth of the last steps took at most, which other programs
   *     change the least
   */
  private record Sample(
      long steps,
      double nativeMb,
      double jvmMb,
      double heapMb,
      int threads,
      long handles,
      double stepMillis) {}

  SoakSamples(Duration apart) {
    this.apart = apart.toNanos();
    this.next = System.nanoTime() + this.apart;
  }

  /** A step is done; takes a sample when it is time, where the loader works for sure. */
  void stepped(Step step) {
    latest[(int) (steps % LATEST)] = step.stepSeconds();
    steps++;
    if (step.stepInEpoch() == 0 && steps >= LATEST && System.nanoTime() >= next) {
      take();
      next = System.nanoTime() + apart;
    }
  }

  long steps() {
    return steps;
  }

  private void take() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    FreedMemory.giveBack();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    samples.add(
        new Sample(
            steps,
            ProcessMemory.residentMb() - heap.getCommitted() / MIB,
            ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed() / MIB,
            heap.getUsed() / MIB,
            ManagementFactory.getThreadMXBean().getThreadCount(),
            handles(),
            quickest()));
  }

  private double quickest() {
    return 1000 * Arrays.stream(latest).sorted().skip(LATEST / 20).findFirst().orElseThrow();
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
    return drift(Sample::stepMillis, DoubleStream::min);
  }

  private double drift(ToDoubleFunction<Sample> value) {
    return drift(value, SoakSamples::median);
  }

  /** Unlike a mean, no matter of a single sample that falls into the work of a compiler. */
  private static OptionalDouble median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return OptionalDouble.of(sorted[sorted.length / 2]);
  }

  private double drift(ToDoubleFunction<Sample> value, Function<DoubleStream, OptionalDouble> of) {
    int quarter = samples.size() / 4;
    if (quarter == 0) {
      return Double.NaN;
    }
    List<Sample> early = samples.subList(quarter, 2 * quarter);
    List<Sample> late = samples.subList(samples.size() - quarter, samples.size());
    double before = of.apply(early.stream().mapToDouble(value)).orElseThrow();
    return of.apply(late.stream().mapToDouble(value)).orElseThrow() / before - 1;
  }

  String table() {
    StringBuilder table =
        new StringBuilder(
            ROW.formatted(
                "steps", "native MiB", "of it JVM", "heap MiB", "threads", "handles", "ms a step"));
    for (Sample s : samples) {
      table.append(
          String.format(
              Locale.ROOT,
              "%9d %12.1f %12.1f %12.2f %8d %8d %14.3f%n",
              s.steps,
              s.nativeMb,
              s.jvmMb,
              s.heapMb,
              s.threads,
              s.handles,
              s.stepMillis));
    }
    return table
        + String.format(
            Locale.ROOT,
            "%9s %11.2f%% %11.2f%% %11.2f%% %7.2f%% %7.2f%% %13.2f%%%n",
            "drift",
            100 * nativeDrift(),
            100 * drift(Sample::jvmMb),
            100 * heapDrift(),
            100 * threadDrift(),
            100 * handleDrift(),
            100 * timeDrift());
  }
}
