package io.simmim.core.doctor;

import io.simmim.core.machine.Machine;
import java.util.List;

/** Looks at one side of a machine without starting the engine. */
@FunctionalInterface
interface Check {

  List<Finding> of(Machine machine);

  /** All of them, in the order in which they are told. */
  static List<Check> all() {
    return List.of(
        new EngineCheck(),
        new InstalledEngineCheck(),
        new CacheCheck(),
        new SystemLibraryCheck(),
        new ProcessorCheck(),
        new GraphicsCheck());
  }
}
