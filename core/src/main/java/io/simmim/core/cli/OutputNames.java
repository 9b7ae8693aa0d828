package io.simmim.core.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Names of results after their inputs, with a number where two inputs have the same name. */
final class OutputNames {

  private final Map<String, Integer> used = new HashMap<>();

  String of(Path input) {
    String stem = input.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    int count = used.merge(stem, 1, Integer::sum);
    return count == 1 ? stem : stem + "_" + count;
  }
}
