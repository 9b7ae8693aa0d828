package io.simmim.core.doctor;

import io.simmim.core.machine.EngineLibrary.Installed;
import io.simmim.core.machine.EngineVariables;
import io.simmim.core.machine.InstalledTorch;
import io.simmim.core.machine.Machine;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether an installed PyTorch is what it is taken for, and whether DJL's part for it is there. */
final class InstalledEngineCheck implements Check {

  private static final String TOPIC = EngineCheck.TOPIC;

  @Override
  public List<Finding> of(Machine machine) {
    return machine.engine() instanceof Installed own ? of(machine, own) : List.of();
  }

  private static List<Finding> of(Machine machine, Installed own) {
    List<Finding> findings = new ArrayList<>();
    Optional<InstalledTorch> says = InstalledTorch.at(own.folder());
    says.flatMap(torch -> version(own, torch)).ifPresent(findings::add);
    says.flatMap(torch -> flavor(machine, own, torch))
        .or(() -> cuda(machine, own))
        .ifPresent(findings::add);
    if (findings.isEmpty()) {
      findings.add(jni(machine, own));
    }
    return findings;
  }

  private static Optional<Finding> version(Installed own, InstalledTorch torch) {
    boolean same = Words.version(own).equals(torch.version());
    return same
        ? Optional.empty()
        : Optional.of(
            Finding.fault(
                TOPIC,
                "The PyTorch in %s is version %s, but it is taken for %s."
                    .formatted(own.folder(), torch.version(), Words.version(own)),
                "Set " + EngineVariables.VERSION + "=" + torch.version() + "."));
  }

  private static Optional<Finding> flavor(Machine machine, Installed own, InstalledTorch torch) {
    if (torch.flavor().isEmpty() || torch.flavor().equals(own.flavor())) {
      return Optional.empty();
    }
    boolean unset = machine.variable(EngineVariables.FLAVOR).isEmpty();
    return Optional.of(
        Finding.fault(
            TOPIC,
            unset
                ? EngineVariables.FLAVOR
                    + " is not set, so DJL does not know what it was built for."
                : "%s is %s, but this PyTorch was built for %s."
                    .formatted(EngineVariables.FLAVOR, own.flavor(), torch.flavor()),
            "Set " + EngineVariables.FLAVOR + "=" + torch.flavor() + "."));
  }

  private static Optional<Finding> cuda(Machine machine, Installed own) {
    String library = machine.fileName("torch_cuda");
    return own.isForCuda() && Files.notExists(own.folder().resolve(library))
        ? Optional.of(
            Finding.fault(
                TOPIC,
                "%s is %s, but there is no %s in %s."
                    .formatted(EngineVariables.FLAVOR, own.flavor(), library, own.folder()),
                "Set "
                    + EngineVariables.FLAVOR
                    + "=cpu, or name the folder of a PyTorch for CUDA."))
        : Optional.empty();
  }

  private static Finding jni(Machine machine, Installed own) {
    if (Files.exists(own.jni())) {
      return Finding.good(TOPIC, "DJL's library for it is " + own.jni() + ".");
    }
    if (own.jniComesAlong()) {
      return Finding.good(TOPIC, "DJL's library for it came with the program.");
    }
    String jni = machine.onClassPath().jniVersion();
    return Finding.fault(
        TOPIC,
        "DJL's library for exactly PyTorch %s (%s) is missing: it is expected as %s."
            .formatted(Words.version(own), own.flavor(), own.jni()),
        "Put it there (the README says how to build it), or use PyTorch "
            + jni
            + ", for which it came with the program.");
  }
}
