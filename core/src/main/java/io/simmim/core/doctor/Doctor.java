package io.simmim.core.doctor;

import io.simmim.core.machine.EngineLibrary;
import io.simmim.core.machine.Machine;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Examines a machine: what is there, what is not, and whether it computes. */
public final class Doctor {

  private final Machine machine;
  private final Trials trials;

  /**
   * @param trials really computes something
   */
  public Doctor(Machine machine, Trials trials) {
    this.machine = machine;
    this.trials = trials;
  }

  /**
   * Examines.
   *
   * @param device the only one to try, {@code cpu} or {@code cuda:N}; empty for all
   * @param told each finding as it is made
   */
  public Diagnosis examine(Optional<String> device, Consumer<Finding> told) {
    for (Check check : Check.all()) {
      check.of(machine).forEach(told);
    }
    return whyNotStarted()
        .map(reason -> notStarted(reason, told))
        .orElseGet(() -> verdict(device, trials.run(device, told)));
  }

  /** Starting would fetch files from a server, which nobody who asks for a diagnosis expects. */
  private Optional<String> whyNotStarted() {
    EngineLibrary engine = machine.engine();
    if (engine instanceof EngineLibrary.Fetched && Files.notExists(engine.folder())) {
      return Optional.of("it is not on this machine");
    }
    boolean incomplete =
        engine instanceof EngineLibrary.Installed own
            && !own.jniComesAlong()
            && Files.notExists(own.jni());
    return incomplete ? Optional.of("DJL's library for it is missing") : Optional.empty();
  }

  private static Diagnosis notStarted(String reason, Consumer<Finding> told) {
    told.accept(Finding.fault(Trials.TOPIC, "The engine was not started, as " + reason + ".", ""));
    return new Diagnosis(List.of(), "Trainings cannot run here: see what to do above.");
  }

  private static Diagnosis verdict(Optional<String> device, List<String> usable) {
    if (usable.isEmpty()) {
      return new Diagnosis(
          usable,
          device.map(name -> "Trainings cannot run on " + name).orElse("Trainings cannot run here")
              + ": see what to do above.");
    }
    return new Diagnosis(usable, "Trainings can run here, on " + String.join(", ", usable) + ".");
  }
}
