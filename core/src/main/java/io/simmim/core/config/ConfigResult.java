package io.simmim.core.config;

import io.simmim.core.fault.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What loading found: a configuration, or every fault at once. Notes are worth telling but do not
 * stop anything.
 */
public final class ConfigResult {

  private final ExperimentConfig draft;
  private final List<ConfigFault> faults;
  private final List<ConfigFault> notes;
  private final Provenance provenance;

  ConfigResult(
      ExperimentConfig draft,
      List<ConfigFault> faults,
      List<ConfigFault> notes,
      Provenance provenance) {
    this.draft = draft;
    this.faults = List.copyOf(faults);
    this.notes = List.copyOf(notes);
    this.provenance = provenance;
  }

  /** Present when there is no fault. */
  public Optional<ExperimentConfig> config() {
    return faults.isEmpty() ? Optional.of(draft) : Optional.empty();
  }

  /** All values that could be read, with defaults in place of those that could not: for a form. */
  public ExperimentConfig draft() {
    return draft;
  }

  public List<ConfigFault> faults() {
    return faults;
  }

  public List<ConfigFault> notes() {
    return notes;
  }

  /** Where the value of a key was written; empty for a default. */
  public Optional<Origin> origin(String path) {
    return Optional.ofNullable(provenance.origins().get(path));
  }

  /** The same result with the faults of {@link PretrainingRules} added. */
  public ConfigResult forPretraining() {
    return with(PretrainingRules.violations(draft));
  }

  /** The same result with the faults added that only fine-tuning has. */
  public ConfigResult forFinetuning() {
    return with(ClassifierRules.violations(draft));
  }

  /** The same result with the faults added that only evaluating a classifier has. */
  public ConfigResult forEvaluation() {
    return with(ClassifierRules.violations(draft));
  }

  private ConfigResult with(Stream<Violation> violations) {
    List<ConfigFault> all = new ArrayList<>(faults);
    all.addAll(provenance.faults(violations));
    return new ConfigResult(draft, all, notes, provenance);
  }

  /**
   * The configuration.
   *
   * @throws ConfigException when there are faults; its message lists all of them, one a line
   */
  public ExperimentConfig orThrow() throws ConfigException {
    if (!faults.isEmpty()) {
      throw new ConfigException(
          faults.stream().map(ConfigFault::toString).collect(Collectors.joining("\n")));
    }
    return draft;
  }
}
