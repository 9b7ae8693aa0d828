package io.simmim.core.inspect;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The configuration that belongs to a checkpoint.
 *
 * @param remark a sentence for the user, when it was inferred
 */
public record CheckpointConfig(ConfigResult result, Optional<String> remark) {

  /** The key that states whether pre-training predicted normalised pixels. */
  public static final String NORM_TARGET = "MODEL.SIMMIM.NORM_TARGET.ENABLE";

  /**
   * The user's file, else what the checkpoint holds, else what names and shapes of its tensors say
   * if that is all a model needs.
   *
   * @param cfg a configuration, or null
   * @throws CheckpointException when there is none of these
   */
  public static CheckpointConfig of(Path cfg, CheckpointFile file, Overrides overrides)
      throws SimMimException {
    if (cfg != null) {
      return stated(new ConfigLoader().load(cfg, overrides));
    }
    if (!file.config().isEmpty()) {
      return stated(
          new ConfigLoader().fromNested(file.config(), file.path().toString(), overrides));
    }
    if (file.configProblem().isPresent()) {
      throw new CheckpointException(
          "Checkpoint '" + file.path() + "': " + file.configProblem().get());
    }
    return inferred(file, overrides);
  }

  /** Whether anything says what pre-training reconstructed. */
  public boolean statesTarget() {
    return remark.isEmpty() && result.origin(NORM_TARGET).isPresent();
  }

  private static CheckpointConfig stated(ConfigResult result) {
    return new CheckpointConfig(result, Optional.empty());
  }

  private static CheckpointConfig inferred(CheckpointFile file, Overrides overrides)
      throws CheckpointException {
    InferredConfig found =
        Inspection.of(file)
            .inferred()
            .filter(model -> model.config().isPresent())
            .orElseThrow(() -> missing(file, ""));
    List<String> unknown = found.unknown();
    if (!unknown.isEmpty()) {
      throw missing(
          file, ", and its tensors do not tell %s".formatted(String.join(" and ", unknown)));
    }
    ConfigResult result =
        new ConfigLoader()
            .fromNested(
                found.config().orElseThrow().values().toNested(),
                file.path().toString(),
                overrides);
    return new CheckpointConfig(
        result,
        Optional.of(
            "The file holds no configuration; its tensors are of a %s of %d pixels, which is taken."
                .formatted(found.family().yamlName(), result.draft().data().imgSize())));
  }

  private static CheckpointException missing(CheckpointFile file, String why) {
    return new CheckpointException(
        "Checkpoint '%s' does not hold its configuration%s: give it with --cfg."
            .formatted(file.path(), why));
  }
}
