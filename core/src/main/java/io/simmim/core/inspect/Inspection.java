package io.simmim.core.inspect;

import io.simmim.core.config.ConfigFault;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.SimMimConfig.NormTarget;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.inspect.InferredConfig.Disagreement;
import io.simmim.core.pretrained.TargetModel;
import io.simmim.core.weights.CheckpointFile;
import io.simmim.core.weights.OfficialWeights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The verdict on a file.
 *
 * @param embedded the configuration in the file, when it holds a valid one
 * @param configFaults why the one that it holds is not valid
 * @param inferred the configuration by names and shapes alone; empty for models not known here
 * @param disagreements keys in which the two contradict each other
 * @param fit the weights beside the model of {@code embedded}, else of {@code inferred}; empty
 *     without either
 * @param decoderStride pixels along each side that the decoder predicts from a token; 0 without
 *     decoder, and -1 when it predicts no square
 * @param numClasses outputs of the head; 0 without head
 * @param classes their names by index; empty when not stated
 * @param target what pre-training reconstructed; empty when not stated
 */
public record Inspection(
    CheckpointFile file,
    Kind kind,
    Writer writer,
    Optional<ExperimentConfig> embedded,
    List<ConfigFault> configFaults,
    Optional<InferredConfig> inferred,
    List<Disagreement> disagreements,
    Optional<Fit> fit,
    long decoderStride,
    long numClasses,
    List<String> classes,
    Optional<NormTarget> target,
    TrainingSummary training) {

  public Inspection {
    configFaults = List.copyOf(configFaults);
    disagreements = List.copyOf(disagreements);
    classes = List.copyOf(classes);
  }

  /**
   * Looks at a file; the values of its tensors are not read.
   *
   * @throws CheckpointException when it is missing, damaged, of another format or without tensors
   */
  public static Inspection of(Path file) throws CheckpointException {
    return of(CheckpointFile.open(file));
  }

  /** Looks at an opened file. */
  public static Inspection of(CheckpointFile file) {
    Shapes shapes = new Shapes(file.official());
    EmbeddedConfig embedded = EmbeddedConfig.of(file);
    Optional<InferredConfig> inferred = InferredConfig.of(shapes);
    Writer writer = Writer.of(file);
    Kind kind = inferred.isEmpty() ? Kind.UNKNOWN : kind(shapes, writer, embedded.saysFineTuning());
    Optional<ExperimentConfig> config =
        embedded.config().or(() -> inferred.flatMap(InferredConfig::config));
    return new Inspection(
        file,
        kind,
        writer,
        embedded.config(),
        embedded.faults(),
        inferred,
        embedded
            .config()
            .flatMap(stated -> inferred.map(found -> found.disagreementsWith(stated.values())))
            .orElse(List.of()),
        kind == Kind.UNKNOWN ? Optional.empty() : config.map(c -> fit(file, shapes, kind, c)),
        decoderStride(shapes),
        shapes.size("head.weight", 0),
        file.training().classes(),
        embedded.target(),
        TrainingSummary.of(file));
  }

  private static Kind kind(Shapes shapes, Writer writer, boolean saysFineTuning) {
    if (shapes.inEncoder() && shapes.has("decoder.0.weight")) {
      return Kind.PRETRAINING;
    }
    if (!shapes.has("head.weight")) {
      return Kind.ENCODER;
    }
    // Neither SimMIM's program nor this one trains classifiers otherwise.
    boolean onlyFineTunes = writer == Writer.SIMMIM || writer == Writer.WORKBENCH;
    return onlyFineTunes || saysFineTuning ? Kind.FINE_TUNED : Kind.CLASSIFIER;
  }

  private static Fit fit(CheckpointFile file, Shapes shapes, Kind kind, ExperimentConfig config) {
    return Fit.of(file.official(), expected(shapes, kind, config));
  }

  private static Map<String, TargetModel.Tensor> expected(
      Shapes shapes, Kind kind, ExperimentConfig config) {
    return switch (kind) {
      case PRETRAINING -> ExpectedTensors.pretraining(config);
      case FINE_TUNED, CLASSIFIER -> ExpectedTensors.classifier(config);
      case ENCODER -> ExpectedTensors.encoder(config, shapes.inEncoder(), shapes.has("mask_token"));
      case UNKNOWN -> throw new IllegalArgumentException("expected a known kind, got UNKNOWN");
    };
  }

  private static long decoderStride(Shapes shapes) {
    long outputs = shapes.size("decoder.0.weight", 0);
    long channels = Math.max(1, shapes.size("patch_embed.proj.weight", 1));
    if (outputs == 0) {
      return 0;
    }
    long stride = outputs % channels == 0 ? Shapes.root(outputs / channels) : 0;
    return stride > 0 ? stride : -1;
  }

  /** The weights by official name, and where each is in the file. */
  public OfficialWeights official() {
    return file.official();
  }

  /**
   * The tensors of the model in the file, if this is its configuration.
   *
   * @throws IllegalArgumentException when it is of no kind known here
   */
  public Map<String, TargetModel.Tensor> expected(ExperimentConfig config) {
    return expected(new Shapes(file.official()), kind, config);
  }

  /** Whether hidden pixels can be reconstructed. */
  public boolean hasDecoder() {
    return decoderStride != 0;
  }

  /** The model beside which the weights were put: of the file, else of the tensors. */
  public Optional<ExperimentConfig> config() {
    return embedded.or(() -> inferred.flatMap(InferredConfig::config));
  }

  /** Whether the model can be built from the file alone, without another configuration. */
  public boolean tellsModel() {
    boolean nothingStated = file.config().isEmpty() && file.configProblem().isEmpty();
    boolean inferable =
        inferred
            .filter(found -> found.config().isPresent() && found.unknown().isEmpty())
            .isPresent();
    return embedded.isPresent() || (nothingStated && inferable);
  }

  /** Whether the weights are all there and only their target is not stated. */
  public boolean targetIsOpen() {
    return kind == Kind.PRETRAINING && target.isEmpty() && fit.map(Fit::isExact).orElse(false);
  }

  /**
   * Classes and functions that the file wants Python to call and that no checkpoint needs, by full
   * name. Nothing of it is run here.
   */
  public List<String> foreignCode() {
    return ForeignCode.in(file.entries());
  }

  /** Whether images can be classified. */
  public boolean hasHead() {
    return numClasses > 0;
  }

  /** What can be done with the file, as sentences. */
  public List<String> nextSteps() {
    return new NextSteps(this).sentences();
  }
}
