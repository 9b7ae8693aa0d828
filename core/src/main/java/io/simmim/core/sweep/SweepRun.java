package io.simmim.core.sweep;

import io.simmim.core.config.ConfigFault;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One run of a sweep.
 *
 * @param tag different from those of the others
 * @param config the whole configuration; of use when it has no faults
 * @param faults why these values do not go together, one sentence each; empty when they do
 */
public record SweepRun(SweepPoint point, String tag, ExperimentConfig config, List<String> faults) {

  public SweepRun {
    faults = List.copyOf(faults);
  }

  static SweepRun of(
      Map<String, Object> base, SweepPoint point, String tag, UnaryOperator<ConfigResult> rules) {
    ConfigResult read = new ConfigLoader().fromNested(base, "", Overrides.of(point.options()));
    ConfigResult result = rules.apply(read);
    return new SweepRun(
        point, tag, result.draft(), result.faults().stream().map(ConfigFault::message).toList());
  }
}
