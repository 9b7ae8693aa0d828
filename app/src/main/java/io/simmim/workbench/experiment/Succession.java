package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigWriter;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.data.LabelledSplit;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.inspect.InferredConfig;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.Kind;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.workbench.launch.RunStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which experiment follows a run: fine-tuning a pre-training, evaluating a fine-tuning. */
public final class Succession {

  private final List<Path> configurations;

  /**
   * @param configurations folders in which a fitting configuration may be found
   */
  public Succession(List<Path> configurations) {
    this.configurations = List.copyOf(configurations);
  }

  /**
   * A fine-tuning from a checkpoint of a pre-training: by the configuration for fine-tuning that
   * fits its model, else by the run's own, adapted.
   *
   * @throws SimMimException if the run's files cannot be read
   */
  public ExperimentOrder fineTuning(RunFolder run, Path checkpoint) throws SimMimException {
    ExperimentConfig config = config(run);
    String name = RunManifest.read(run.manifest()).map(RunManifest::configName).orElse("");
    Optional<Path> preset = counterpart(config, name, RunStage.FINETUNE);
    Path file = preset.orElse(run.config());
    return new ExperimentOrder(
        RunStage.FINETUNE,
        file,
        text(file),
        preset.isPresent() ? Map.of() : FinetuneRecipe.changes(config),
        checkpoint,
        Optional.of(config.data().dataPath()).filter(Succession::hasClasses).map(Path::of));
  }

  /**
   * An evaluation of a checkpoint of a fine-tuning, as that run was configured.
   *
   * @throws SimMimException if the run's files cannot be read
   */
  public ExperimentOrder evaluation(RunFolder run, Path checkpoint) throws SimMimException {
    ExperimentConfig config = config(run);
    return new ExperimentOrder(
        RunStage.EVALUATE,
        run.config(),
        text(run.config()),
        Map.of(),
        checkpoint,
        Optional.of(config.data().dataPath()).filter(path -> !path.isBlank()).map(Path::of));
  }

  /**
   * A fine-tuning from any checkpoint: as after the run that it lies in, else by the configuration
   * for fine-tuning that fits its model, else by its own, adapted.
   *
   * @param written where a configuration may be written that is in no file yet
   * @throws SimMimException if the configuration is not known or cannot be read or written
   */
  public ExperimentOrder fineTuning(Inspection found, Path written) throws SimMimException {
    Path checkpoint = found.file().path();
    Optional<RunFolder> run = run(checkpoint);
    if (run.isPresent() && found.kind() == Kind.PRETRAINING) {
      return fineTuning(run.get(), checkpoint);
    }
    ExperimentConfig config = config(found);
    Optional<Path> preset = counterpart(config, config.model().name(), RunStage.FINETUNE);
    boolean adapt = preset.isEmpty() && found.kind() != Kind.FINE_TUNED;
    return new ExperimentOrder(
        RunStage.FINETUNE,
        preset.orElse(written),
        preset.isPresent() ? text(preset.get()) : write(config, written),
        adapt ? FinetuneRecipe.changes(config) : Map.of(),
        checkpoint,
        Optional.empty());
  }

  /**
   * An evaluation of any checkpoint of a classifier, as its own configuration says.
   *
   * @param written where a configuration may be written that is in no file yet
   * @throws SimMimException if the configuration is not known or cannot be read or written
   */
  public ExperimentOrder evaluation(Inspection found, Path written) throws SimMimException {
    Path checkpoint = found.file().path();
    Optional<RunFolder> run = run(checkpoint);
    return run.isPresent()
        ? evaluation(run.get(), checkpoint)
        : new ExperimentOrder(
            RunStage.EVALUATE,
            written,
            write(config(found), written),
            Map.of(),
            checkpoint,
            Optional.empty());
  }

  /** The run that a checkpoint lies in. */
  private static Optional<RunFolder> run(Path checkpoint) {
    RunFolder folder = new RunFolder(checkpoint.toAbsolutePath().getParent());
    return Optional.of(folder)
        .filter(run -> Files.isRegularFile(run.config()) && Files.isRegularFile(run.manifest()));
  }

  private static ExperimentConfig config(Inspection found) throws CheckpointException {
    return found
        .embedded()
        .or(() -> found.inferred().flatMap(InferredConfig::config))
        .orElseThrow(
            () ->
                new CheckpointException(
                    "The model of '"
                        + found.file().path()
                        + "' is not known; choose a configuration and then this file."));
  }

  private static String write(ExperimentConfig config, Path file) throws DataException {
    String yaml = ConfigWriter.toYaml(config);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, yaml);
      return yaml;
    } catch (IOException e) {
      throw new DataException(
          "The configuration cannot be written to " + file + ": choose another folder for runs.",
          e);
    }
  }

  /**
   * The configuration that another stage has for the same encoder.
   *
   * @param name file name of {@code config}, without ending
   * @throws DataException if the configurations cannot be listed
   */
  public Optional<Path> counterpart(ExperimentConfig config, String name, RunStage stage)
      throws DataException {
    List<ConfigFile> files = new ArrayList<>();
    for (Path folder : configurations) {
      files.addAll(ConfigFile.below(folder));
    }
    return PresetMatch.find(
        config, name, files.stream().filter(file -> stage.namesFile(file.name())).toList());
  }

  private static ExperimentConfig config(RunFolder run) throws SimMimException {
    return new ConfigLoader().load(run.config(), Overrides.none()).orThrow();
  }

  private static boolean hasClasses(String folder) {
    try {
      LabelledSplit.of(folder);
      return true;
    } catch (DataException e) {
      return false;
    }
  }

  private static String text(Path file) throws DataException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new DataException(
          "The configuration " + file + " cannot be read; choose another one.", e);
    }
  }
}
