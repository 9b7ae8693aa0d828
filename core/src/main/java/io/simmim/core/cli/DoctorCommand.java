package io.simmim.core.cli;

import io.simmim.core.doctor.Diagnosis;
import io.simmim.core.doctor.Doctor;
import io.simmim.core.doctor.DoctorLines;
import io.simmim.core.doctor.EngineTrials;
import io.simmim.core.doctor.Finding;
import io.simmim.core.doctor.TrialProcess;
import io.simmim.core.doctor.Trials;
import io.simmim.core.fault.EngineException;
import io.simmim.core.machine.Machine;
import io.simmim.core.process.JavaProgram;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simmim doctor}: whether trainings can run here, and if not, what to do. */
@Command(
    name = "doctor",
    description = {
      "Says which engine, processor, graphics cards and driver were found, what is missing and what",
      "to do about it, and computes something small on each device to see that it works."
    })
final class DoctorCommand implements Callable<Integer> {

  private static final String TRIALS_ONLY = "--trials-only";

  @Option(
      names = "--device",
      paramLabel = "cpu|cuda:N",
      description = "The only device to try (default: all there are).")
  private String device;

  @Option(
      names = "--json",
      description =
          "Print JSON, one object a line: each finding as it is made, the verdict as the last.")
  private boolean json;

  @Option(names = TRIALS_ONLY, hidden = true, description = "Only compute, in this process.")
  private boolean trialsOnly;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws EngineException {
    Machine machine = Machine.find();
    Optional<String> only = Optional.ofNullable(device);
    if (trialsOnly) {
      List<String> devices = new EngineTrials(machine).run(only, this::print);
      print(DoctorLines.of(new Diagnosis(devices, "")));
      return ExitCode.DONE;
    }
    Trials trials =
        new TrialProcess(machine, JavaProgram.training(), List.of("doctor", TRIALS_ONLY, "--json"));
    return print(new Doctor(machine, trials).examine(only, this::print));
  }

  private int print(Diagnosis diagnosis) throws EngineException {
    if (json) {
      print(DoctorLines.of(diagnosis));
    }
    if (!diagnosis.isUsable()) {
      throw new EngineException(diagnosis.sentence());
    }
    if (!json) {
      print(diagnosis.sentence());
    }
    return ExitCode.DONE;
  }

  private void print(Finding finding) {
    if (json) {
      print(DoctorLines.of(finding));
    } else {
      DoctorText.lines(finding).forEach(this::print);
    }
  }

  /** At once: an engine that takes the process down must not take the findings along. */
  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
