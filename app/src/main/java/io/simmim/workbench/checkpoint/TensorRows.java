package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.CheckpointFile;
import java.util.List;

/** The tensors of a file, one a row. */
final class TensorRows {

  /** What training on several devices puts before every name. */
  private static final String PARALLEL = "module.";

  private TensorRows() {}

  static List<TensorRow> of(CheckpointFile file) {
    return file.weights().entrySet().stream()
        .map(entry -> new TensorRow(plain(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static String plain(String name) {
    return name.startsWith(PARALLEL) ? name.substring(PARALLEL.length()) : name;
  }
}
