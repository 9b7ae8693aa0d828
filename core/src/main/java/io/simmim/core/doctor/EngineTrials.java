package io.simmim.core.doctor;

import io.simmim.core.fault.EngineException;
import io.simmim.core.machine.Machine;
import io.simmim.core.tensor.TorchEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Starts the engine in this process and multiplies on each of its devices. */
public final class EngineTrials implements Trials {

  private static final String CPU = "cpu";

  private final Machine machine;

  public EngineTrials(Machine machine) {
    this.machine = machine;
  }

  @Override
  public List<String> run(Optional<String> device, Consumer<Finding> told) {
    List<String> devices = new ArrayList<>();
    try {
      devices.addAll(device.map(List::of).orElseGet(() -> List.of(CPU)));
      long begin = System.nanoTime();
      try (TorchEngine engine = TorchEngine.start(devices.get(0))) {
        told.accept(started(System.nanoTime() - begin));
        another().ifPresent(told);
      }
      if (device.isEmpty()) {
        IntStream.range(0, TorchEngine.gpuCount()).forEach(i -> devices.add("cuda:" + i));
        unseenCards(devices.size() - 1).ifPresent(told);
      }
    } catch (EngineException e) {
      told.accept(Finding.fault(TOPIC, withoutDoctor(e), ""));
      return List.of();
    }
    return devices.stream().filter(name -> computes(name, told)).toList();
  }

  private static Finding started(long nanos) {
    return Finding.good(
        TOPIC,
        String.format(
            Locale.ROOT,
            "%s started in %.1f s with %d threads.",
            TorchEngine.version(),
            nanos / 1e9,
            TorchEngine.threads()));
  }

  /** What was said about the engine before rests on DJL's rule of choice. */
  private Optional<Finding> another() {
    Path loaded = TorchEngine.libraryFolder().toAbsolutePath();
    return loaded.equals(machine.engine().folder().toAbsolutePath())
        ? Optional.empty()
        : Optional.of(
            Finding.note(
                TOPIC,
                "It was loaded from " + loaded + ", not from where it was expected.",
                "Mind that what is said above is about another one."));
  }

  private Optional<Finding> unseenCards(int seen) {
    boolean unseen =
        machine.engine().isForCuda() && seen == 0 && machine.graphics().driver().isPresent();
    return unseen
        ? Optional.of(
            Finding.fault(
                GraphicsCheck.TOPIC,
                "The driver lists a graphics card, but the engine, built for %s, sees none."
                    .formatted(Words.flavor(machine.engine())),
                "Update NVIDIA's driver to one for this CUDA, and check that libtorch_cuda.so lies in"
                    + " the engine's folder."))
        : Optional.empty();
  }

  private static boolean computes(String device, Consumer<Finding> told) {
    try {
      MatrixTrial.Outcome outcome = MatrixTrial.on(device);
      told.accept(outcome.finding());
      return outcome.isRight();
    } catch (EngineException | ai.djl.engine.EngineException e) {
      told.accept(
          Finding.fault(
              TOPIC,
              device + " did not compute: " + firstLine(e),
              device.equals(CPU) ? "" : "Train with --device cpu meanwhile."));
      return false;
    }
  }

  private static String withoutDoctor(EngineException e) {
    return e.getMessage().replace(" " + EngineException.SEE_DOCTOR, "");
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("\\.?$", ".");
  }
}
