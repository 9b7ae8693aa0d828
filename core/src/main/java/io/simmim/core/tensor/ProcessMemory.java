package io.simmim.core.tensor;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory this process takes. */
public final class ProcessMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK_RESIDENT = "VmHWM:";
  private static final String RESIDENT = "VmRSS:";
  private static final String ANONYMOUS = "RssAnon:";
  private static final double MIB = 1 << 20;

  private ProcessMemory() {}

  /**
   * Peak resident memory of this process in MiB when training on the CPU (0 where the system does
   * not tell), memory in use on the device when training on a GPU.
   */
  public static double peakMb(Device device) {
    return device.isGpu()
        ? CudaUtils.getGpuMemory(device).getUsed() / MIB
        : kib(PEAK_RESIDENT) / 1024.0;
  }

  /**
   * Memory in MiB that there is in all: that of the machine, or of the container that limits it,
   * when training on the CPU, that of the device when training on a GPU. 0 where nobody tells.
   */
  public static double totalMb(Device device) {
    if (device.isGpu()) {
      return CudaUtils.getGpuMemory(device).getMax() / MIB;
    }
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize() / MIB
        : 0;
  }

  /**
   * What a training tells after each of its steps, from one look at the system.
   *
   * @param peakMb as of {@link #peakMb}
   * @param residentMb as of {@link #residentMb}
   */
  public record Usage(double peakMb, double residentMb) {

    /** Looks now. */
    public static Usage of(Device device) {
      List<String> status = status();
      double peak =
          device.isGpu() ? ProcessMemory.peakMb(device) : kib(status, PEAK_RESIDENT) / 1024.0;
      return new Usage(peak, kib(status, RESIDENT) / 1024.0);
    }
  }

  /** Resident memory of this process in MiB now. 0 where the system does not tell. */
  public static double residentMb() {
    return kib(RESIDENT) / 1024.0;
  }

  /** Memory in MiB that Java's objects fill now, with those that nobody needs any more. */
  public static double heapMb() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
  }

  /**
   * Memory in MiB that belongs to this process alone: heap, direct buffers and native tensors, but
   * not mapped files. 0 where the system does not tell.
   */
  public static double ownMb() {
    return kib(ANONYMOUS) / 1024.0;
  }

  private static long kib(String name) {
    return kib(status(), name);
  }

  private static long kib(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private static List<String> status() {
    try {
      return Files.readAllLines(STATUS);
    } catch (IOException e) {
      return List.of(); // Not Linux.
    }
  }
}
