package io.simmim.core.doctor;

import io.simmim.core.machine.EngineLibrary;
import io.simmim.core.machine.EngineLibrary.Installed;
import io.simmim.core.machine.EngineVariables;
import io.simmim.core.machine.Machine;
import io.simmim.core.process.ChildProgram;
import io.simmim.core.process.JavaProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Trials in a process of their own: a library of the wrong build ends the process that uses it, and
 * the one that finds this out should live to tell.
 */
public final class TrialProcess implements Trials {

  private final Machine machine;
  private final JavaProgram program;
  private final List<String> arguments;

  /**
   * @param arguments of a command that makes the trials and prints {@link DoctorLines}
   */
  public TrialProcess(Machine machine, JavaProgram program, List<String> arguments) {
    this.machine = machine;
    this.program = program;
    this.arguments = List.copyOf(arguments);
  }

  @Override
  public List<String> run(Optional<String> device, Consumer<Finding> told) {
    AtomicReference<Optional<List<String>>> devices = new AtomicReference<>(Optional.empty());
    try {
      ChildProgram.Ended ended =
          new ChildProgram(program)
              .run(
                  words(device),
                  text -> {
                    DoctorLines.Line said = DoctorLines.read(text);
                    said.finding().ifPresent(told);
                    said.diagnosis().ifPresent(d -> devices.set(Optional.of(d.devices())));
                  });
      return devices.get().orElseGet(() -> died(ended.exitValue(), told));
    } catch (IOException e) {
      told.accept(
          Finding.fault(
              TOPIC,
              "A process for the test could not be started: " + e.getMessage() + ".",
              "Check that " + program.java() + " can be executed and that memory is left."));
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private List<String> words(Optional<String> device) {
    List<String> words = new ArrayList<>(arguments);
    device.ifPresent(name -> words.addAll(List.of("--device", name)));
    return words;
  }

  private List<String> died(int exitValue, Consumer<Finding> told) {
    told.accept(
        Finding.fault(
            TOPIC,
            "The engine ended its process (exit code %d) instead of computing."
                .formatted(exitValue),
            remedy(machine.engine())));
    return List.of();
  }

  private static String remedy(EngineLibrary engine) {
    return engine instanceof Installed own
        ? "Most likely %s was not built for exactly the PyTorch in %s: build it for that one, or unset %s."
            .formatted(own.jni(), own.folder(), EngineVariables.LIBRARY_PATH)
        : "Delete " + engine.folder() + "; the next start unpacks it anew.";
  }
}
