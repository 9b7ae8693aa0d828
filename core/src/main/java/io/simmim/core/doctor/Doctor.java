package io.simmim.core.doctor;

import io.simmim.core.machine.EngineLibrary;
import io.simmim.core.machine.Machine;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
    AtomicBoolean faulty = new AtomicBoolean();
    Consumer<Finding> noting =
        finding -> {
          faulty.compareAndSet(false, finding.level() == Finding.Level.FAULT);
          told.accept(finding);
        };
    for (Check check : Check.all()) {
      check.of(machine).forEach(noting);
    }
    List<String> usable =
        whyNotStarted()
            .map(reason -> notStarted(reason, noting))
            .orElseGet(() -> trials.run(device, noting));
    return new Diagnosis(usable, verdict(device, usable, faulty.get()));
  }

  /** Starting would fetch files from a server, which nobody who asks for a diagnosis expects. */
  private Optional<String> whyNotStarted() {
    EngineLibrary engine = machine.engine();
    if (engine instanceof EngineLibrary.Fetched fetched && !fetched.isHere()) {
      return Optional.of("it is not on this machine");
    }
    boolean incomplete =
        engine instanceof EngineLibrary.Installed own
            && !own.jniComesAlong()
            && Files.notExists(own.jni());
    return incomplete ? Optional.of("DJL's library for it is missing") : Optional.empty();
  }

  private static List<String> notStarted(String reason, Consumer<Finding> told) {
    told.accept(Finding.fault(Trials.TOPIC, "The engine was not started, as " + reason + ".", ""));
    return List.of();
  }

  private static String verdict(Optional<String> device, List<String> usable, boolean faulty) {
    if (usable.isEmpty()) {
      return "Trainings cannot run "
          + device.map("on "::concat).orElse("here")
          + "; the findings say why.";
    }
    return "Trainings can run here, on "
        + String.join(", ", usable)
        + (faulty ? ", in spite of what is wrong." : ".");
  }
}
