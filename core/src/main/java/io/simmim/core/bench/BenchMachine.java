package io.simmim.core.bench;

import ai.djl.Device;
import io.simmim.core.machine.GraphicsDriver;
import io.simmim.core.machine.Machine;
import io.simmim.core.tensor.ProcessMemory;
import io.simmim.core.tensor.TorchEngine;
import java.util.List;
import java.util.Optional;

/**
 * What the times are of.
 *
 * @param processor as its maker calls it; empty where the system does not tell
 * @param cores that this program may use
 * @param memoryMb of the machine or of the container, in MiB
 * @param system name and version of the operating system
 * @param java version of the JDK
 * @param engine PyTorch with its version; empty when it was not used
 * @param threads of one operation on the CPU; 0 when the engine was not used
 * @param device {@code cpu}, or a GPU with its name; empty when the engine was not used
 */
public record BenchMachine(
    String processor,
    int cores,
    double memoryMb,
    String system,
    String java,
    String engine,
    int threads,
    String device) {

  /** Without an engine. */
  public static BenchMachine find() {
    return of(Machine.find(), "", 0, "");
  }

  /** With the engine that was started. */
  public static BenchMachine find(TorchEngine engine) {
    Machine machine = Machine.find();
    return of(machine, TorchEngine.version(), TorchEngine.threads(), device(machine, engine));
  }

  private static BenchMachine of(Machine machine, String engine, int threads, String device) {
    return new BenchMachine(
        machine.processor().name(),
        machine.processor().cores(),
        ProcessMemory.totalMb(Device.cpu()),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        Runtime.version().toString(),
        engine,
        threads,
        device);
  }

  private static String device(Machine machine, TorchEngine engine) {
    if (!engine.device().isGpu()) {
      return engine.deviceName();
    }
    List<GraphicsDriver.Card> cards =
        machine.graphics().driver().map(GraphicsDriver::cards).orElse(List.of());
    int index = engine.device().getDeviceId();
    Optional<String> name =
        cards.size() > index ? Optional.of(cards.get(index).name()) : Optional.empty();
    return engine.deviceName() + name.map(card -> " (" + card + ")").orElse("");
  }
}
