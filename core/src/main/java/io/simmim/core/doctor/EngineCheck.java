package io.simmim.core.doctor;

import io.simmim.core.machine.EngineLibrary;
import io.simmim.core.machine.EngineLibrary.Bundled;
import io.simmim.core.machine.EngineLibrary.Fetched;
import io.simmim.core.machine.EngineLibrary.Installed;
import io.simmim.core.machine.EngineVariables;
import io.simmim.core.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which PyTorch would be loaded, and whether what the user has set leads to it. */
final class EngineCheck implements Check {

  static final String TOPIC = "engine";

  @Override
  public List<Finding> of(Machine machine) {
    List<Finding> findings = new ArrayList<>();
    EngineLibrary engine = machine.engine();
    libraryPath(machine, engine).ifPresent(findings::add);
    findings.add(found(machine, engine));
    lonelyFlavor(machine, engine).ifPresent(findings::add);
    return findings;
  }

  private static Finding found(Machine machine, EngineLibrary engine) {
    if (engine instanceof Bundled) {
      return Finding.good(
          TOPIC,
          "PyTorch %s, built for %s, came with the program; no network is needed."
              .formatted(Words.version(engine), Words.flavor(engine)));
    }
    if (engine instanceof Installed own) {
      return Finding.good(
          TOPIC,
          "The PyTorch in %s is used, by %s: version %s, built for %s, %s."
              .formatted(
                  own.folder(),
                  own.namedBy(),
                  own.version(),
                  Words.flavor(own),
                  Words.size(FolderSize.of(own.folder()))));
    }
    return fetched(machine, (Fetched) engine);
  }

  private static Finding fetched(Machine machine, Fetched engine) {
    if (engine.isHere()) {
      return Finding.good(
          TOPIC,
          "PyTorch %s, built for %s, lies in the engine folder %s; no network is needed."
              .formatted(engine.version(), Words.flavor(engine), engine.folder()));
    }
    Optional<String> version = machine.variable(EngineVariables.VERSION);
    String why =
        version.isPresent()
            ? EngineVariables.VERSION + "=" + version.get() + " asks for another PyTorch"
            : "no PyTorch for " + machine.classifier() + " came with the program";
    String remedy =
        version.isPresent()
            ? "Unset "
                + EngineVariables.VERSION
                + " to use the one that came with the program, or let "
                + EngineVariables.LIBRARY_PATH
                + " name the folder of one that is installed."
            : "Let "
                + EngineVariables.LIBRARY_PATH
                + " name the folder with "
                + machine.fileName("torch")
                + " of an installed PyTorch, or build this program on a machine of this kind.";
    return Finding.fault(
        TOPIC,
        "%s, and no folder with one is named: DJL would have to fetch version %s from its server."
            .formatted(Words.capital(why), engine.version()),
        remedy);
  }

  /** A path that leads nowhere is passed over in silence by DJL. */
  private static Optional<Finding> libraryPath(Machine machine, EngineLibrary engine) {
    Optional<String> path = machine.variable(EngineVariables.LIBRARY_PATH);
    boolean used =
        engine instanceof Installed own && own.namedBy().equals(EngineVariables.LIBRARY_PATH);
    if (path.isEmpty() || used) {
      return Optional.empty();
    }
    String torch = machine.fileName("torch");
    return Optional.of(
        Finding.fault(
            TOPIC,
            "%s is '%s', but %s."
                .formatted(
                    EngineVariables.LIBRARY_PATH,
                    path.get(),
                    Words.isFolder(path.get())
                        ? "there is no " + torch + " in this folder"
                        : "there is no such folder"),
            "Let it name the folder that holds "
                + torch
                + " (of a Python installation: .../site-packages/torch/lib), or unset it."));
  }

  private static Optional<Finding> lonelyFlavor(Machine machine, EngineLibrary engine) {
    return machine
        .variable(EngineVariables.FLAVOR)
        .filter(flavor -> !(engine instanceof Installed) && !flavor.equals(engine.flavor()))
        .map(
            flavor ->
                Finding.fault(
                    TOPIC,
                    "%s=%s has no effect, as %s names no PyTorch."
                        .formatted(EngineVariables.FLAVOR, flavor, EngineVariables.LIBRARY_PATH),
                    "Set "
                        + EngineVariables.LIBRARY_PATH
                        + " and "
                        + EngineVariables.VERSION
                        + " as well, or unset it."));
  }
}
