package io.simmim.core.doctor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts the engine and computes. */
@FunctionalInterface
public interface Trials {

  /** Of findings about what was computed. */
  String TOPIC = "test";

  /**
   * Tries devices.
   *
   * @param device the only one; empty for all that there are
   * @return those that computed what they should
   */
  List<String> run(Optional<String> device, Consumer<Finding> told);
}
