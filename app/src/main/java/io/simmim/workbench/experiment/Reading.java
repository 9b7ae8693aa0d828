package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigFault;
import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.ConfigValues;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.workbench.launch.RunStage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The meaning of the text that is being edited.
 *
 * @param stage by whose rules it was checked
 * @param config empty while there are faults
 * @param draft all values that could be read, defaults in place of those that could not
 * @param values of {@code draft}
 * @param opened values of the file as it was opened
 */
public record Reading(
    RunStage stage,
    Optional<ExperimentConfig> config,
    ExperimentConfig draft,
    ConfigValues values,
    ConfigValues opened,
    List<ConfigFault> faults) {

  private static final String FORM = "form";

  static final Reading NONE =
      new Reading(
          RunStage.PRETRAIN,
          Optional.empty(),
          ExperimentConfig.defaults(),
          ConfigValues.defaults(),
          ConfigValues.defaults(),
          List.of());

  public Reading {
    faults = List.copyOf(faults);
  }

  /**
   * @param refused what the form was given and the text did not take, by key
   */
  static Reading of(
      RunStage stage, ConfigResult result, ConfigValues opened, Map<String, String> refused) {
    List<ConfigFault> faults = new ArrayList<>(result.faults());
    faults.sort(Comparator.comparingInt(ConfigFault::line));
    refused.forEach((key, message) -> faults.add(new ConfigFault(FORM, 0, key, message)));
    return new Reading(
        stage,
        refused.isEmpty() ? result.config() : Optional.empty(),
        result.draft(),
        result.draft().values(),
        opened,
        faults);
  }

  /** Whether a key differs from the opened file. */
  public boolean changed(String key) {
    return !Objects.equals(opened.get(key), values.get(key));
  }

  /** What is wrong with a key; empty if nothing is. */
  public String fault(String key) {
    return faults.stream()
        .filter(fault -> fault.key().equals(key))
        .map(ConfigFault::message)
        .findFirst()
        .orElse("");
  }
}
