package io.simmim.workbench.checkpoint;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.SimMimConfig.NormTarget;
import io.simmim.core.inspect.Finding;
import io.simmim.core.inspect.InferredConfig;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.Kind;
import io.simmim.core.inspect.OptimizerSummary;
import io.simmim.core.inspect.Printable;
import io.simmim.core.inspect.Writer;
import io.simmim.core.weights.NameScheme;
import io.simmim.workbench.fx.InWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The single facts of a verdict. */
final class Facts {

  private static final String NOT_STATED = "not stated";
  private static final List<String> COMPUTED =
      List.of("relative_position_index", "relative_coords_table", "attn_mask");

  private final Inspection inspection;
  private final List<Verdict.Fact> facts = new ArrayList<>();

  private Facts(Inspection inspection) {
    this.inspection = inspection;
  }

  static List<Verdict.Fact> of(Inspection inspection) {
    Facts facts = new Facts(inspection);
    facts.addOrigin();
    facts.addModel();
    facts.addAbilities();
    facts.addTraining();
    return facts.facts;
  }

  private void add(String id, String name, String value, String why) {
    facts.add(new Verdict.Fact(id, name, value, why));
  }

  private void addOrigin() {
    add("kind", "Kind", kind(inspection.kind()), inspection.kind().text());
    add(
        "writer",
        "Written by",
        writer(inspection.writer()),
        inspection.writer().text() + ", as far as the entries of the file tell.");
    add("names", "Names", names(), inspection.official().scheme().text());
    add("format", "Format", inspection.file().format().text(), "How it is kept on disk.");
  }

  private void addModel() {
    add(
        "model",
        "Model",
        config().map(ModelName::of).orElse("not known"),
        "Family and size, by the configuration or by the shapes of the tensors.");
    add("image", "Image", image(), "The size of the pictures that it takes.");
    add(
        "parameters",
        "Parameters",
        Sizes.parameters(parameters()),
        InWords.count(parameters()) + " learned values; tables that are computed do not count.");
    add("config", "Configuration", configuration(), configurationWhy());
  }

  private void addAbilities() {
    add("decoder", "Decoder", decoder(), "The layer that predicts hidden pixels.");
    add("target", "Target", target(), "What the decoder was trained to predict.");
    add("head", "Classes", head(), classNames());
    add("accuracy", "Best accuracy", accuracy(), "Top-1 on the validation images, of all epochs.");
  }

  private void addTraining() {
    var training = inspection.training();
    add(
        "epoch",
        "Epochs done",
        training.epoch().isPresent() ? Long.toString(training.epoch().getAsLong() + 1) : NOT_STATED,
        "The file counts epochs from 0, this window from 1.");
    add(
        "optimizer",
        "Optimizer state",
        training.optimizer().map(Facts::optimizer).orElse("no"),
        "With it a training can be resumed exactly where it was.");
    add(
        "size",
        "Size",
        Sizes.bytes(inspection.file().bytes()),
        InWords.count(inspection.file().bytes())
            + " bytes of weights and all that goes with them.");
    add(
        "tensors",
        "Tensors",
        InWords.count(inspection.file().weights().size()),
        "As the file counts them.");
  }

  private String names() {
    if (inspection.kind() == Kind.UNKNOWN) {
      return "not known";
    }
    NameScheme scheme = inspection.official().scheme();
    return scheme == NameScheme.OFFICIAL ? "official" : scheme.text().replaceFirst(" names$", "");
  }

  private String image() {
    if (inspection.embedded().isPresent()) {
      return inspection.embedded().get().data().imgSize() + " px";
    }
    return inspection.inferred().map(InferredConfig::findings).stream()
        .flatMap(List::stream)
        .filter(finding -> finding.key().equals("DATA.IMG_SIZE"))
        .findFirst()
        .map(finding -> finding.text() + (finding.value() == null ? "" : " px"))
        .orElse("not known");
  }

  private static String writer(Writer writer) {
    return switch (writer) {
      case WORKBENCH -> "this program";
      case SIMMIM -> "SimMIM repository";
      case SWIN_TRANSFORMER -> "Swin repository";
      case NOT_STATED -> NOT_STATED;
    };
  }

  private static String kind(Kind kind) {
    return kind == Kind.CLASSIFIER ? "classifier" : kind == Kind.UNKNOWN ? "unknown" : kind.text();
  }

  private Optional<ExperimentConfig> config() {
    return inspection.embedded().or(() -> inspection.inferred().flatMap(InferredConfig::config));
  }

  private long parameters() {
    return TensorRows.of(inspection.file()).stream()
        .filter(row -> row.scalarType().isFloat())
        .filter(row -> !isComputed(row.name()))
        .mapToLong(TensorRow::elements)
        .sum();
  }

  /** Whether a model computes such a tensor by itself, so that not all programs keep it. */
  static boolean isComputed(String name) {
    return COMPUTED.stream().anyMatch(name::endsWith);
  }

  private String configuration() {
    if (inspection.embedded().isPresent()) {
      int wrong = inspection.disagreements().size();
      return wrong == 0
          ? "in the file"
          : "in the file, " + wrong + (wrong == 1 ? " key wrong" : " keys wrong");
    }
    if (!inspection.configFaults().isEmpty()) {
      return "in the file, not valid";
    }
    return config().isPresent() ? "from the shapes" : "not known";
  }

  private String configurationWhy() {
    List<String> lines = new ArrayList<>();
    inspection
        .disagreements()
        .forEach(
            d ->
                lines.add(
                    d.key()
                        + " is "
                        + Printable.of(d.stated())
                        + ", but the tensors say "
                        + d.found().text()));
    inspection.file().configProblem().ifPresent(lines::add);
    inspection.configFaults().forEach(fault -> lines.add(Printable.of(fault)));
    if (inspection.embedded().isEmpty()) {
      unknown().forEach(f -> lines.add(f.key() + " " + f.text() + ": " + f.remark()));
    }
    return lines.isEmpty() ? "The tensors agree with it." : String.join("\n", lines);
  }

  /** What the shapes do not tell. */
  private List<Finding> unknown() {
    return inspection.inferred().map(InferredConfig::findings).orElse(List.of()).stream()
        .filter(finding -> finding.certainty() != Finding.Certainty.KNOWN)
        .toList();
  }

  private String decoder() {
    if (!inspection.hasDecoder()) {
      return "no";
    }
    long stride = inspection.decoderStride();
    return stride > 0 ? "yes, " + stride + "×" + stride + " pixels" : "yes, of unknown form";
  }

  private String head() {
    return inspection.hasHead() ? InWords.count(inspection.numClasses()) : "no head";
  }

  private String classNames() {
    List<String> names = inspection.classes().stream().limit(20).map(Printable::of).toList();
    return names.isEmpty()
        ? "Outputs of the head; the file does not name them."
        : String.join("\n", names) + (inspection.classes().size() > names.size() ? "\n…" : "");
  }

  private String target() {
    if (!inspection.hasDecoder()) {
      return InWords.NONE;
    }
    return inspection.target().map(Facts::target).orElse(NOT_STATED);
  }

  private static String target(NormTarget target) {
    return target.enable()
        ? "normalised, " + target.patchSize() + "×" + target.patchSize()
        : "raw pixels";
  }

  private static String optimizer(OptimizerSummary optimizer) {
    return optimizer.steps().isPresent()
        ? optimizer.kind() + ", step " + InWords.count(optimizer.steps().getAsLong())
        : optimizer.kind();
  }

  private String accuracy() {
    var best = inspection.training().maxAccuracy();
    return best.isPresent() && best.getAsDouble() > 0
        ? String.format(Locale.ROOT, "%.2f %%", best.getAsDouble())
        : NOT_STATED;
  }
}
