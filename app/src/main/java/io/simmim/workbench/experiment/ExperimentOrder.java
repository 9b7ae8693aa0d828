package io.simmim.workbench.experiment;

import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An experiment that another page proposes.
 *
 * @param config file of the configuration to begin with
 * @param yaml its text
 * @param changes values of keys to change in it, by dotted path
 * @param checkpoint file to begin with
 * @param data folder of images; empty to keep the one chosen last
 */
public record ExperimentOrder(
    RunStage stage,
    Path config,
    String yaml,
    Map<String, String> changes,
    Path checkpoint,
    Optional<Path> data) {

  public ExperimentOrder {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }
}
