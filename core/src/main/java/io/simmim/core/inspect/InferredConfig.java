package io.simmim.core.inspect;

import io.simmim.core.config.ConfigValues;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.ModelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model's configuration as far as names and shapes of tensors tell it.
 *
 * @param findings the family first
 */
public record InferredConfig(ModelType family, List<Finding> findings) {

  /** A key whose stated value cannot be true of the tensors beside it. */
  public record Disagreement(String key, Object stated, Finding found) {}

  public InferredConfig {
    findings = List.copyOf(findings);
  }

  /** Reads the family off the names; empty when they are of no family known here. */
  static Optional<InferredConfig> of(Shapes shapes) {
    Optional<ModelType> family = family(shapes);
    if (family.isEmpty()) {
      return Optional.empty();
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.known("MODEL.TYPE", family.get().yamlName()));
    findings.addAll(
        switch (family.get()) {
          case SWIN, SWINV2 -> new SwinInference(shapes, family.get()).findings();
          case VIT -> new VitInference(shapes).findings();
        });
    if (shapes.has("head.weight")) {
      findings.add(Finding.known("MODEL.NUM_CLASSES", shapes.size("head.weight", 0)));
    }
    return Optional.of(new InferredConfig(family.get(), findings));
  }

  private static Optional<ModelType> family(Shapes shapes) {
    if (shapes.size("patch_embed.proj.weight", 3) == 0) {
      return Optional.empty();
    }
    if (shapes.has("layers.0.blocks.0.attn.qkv.weight")) {
      boolean second = shapes.has("layers.0.blocks.0.attn.logit_scale");
      boolean first = shapes.has("layers.0.blocks.0.attn.relative_position_bias_table");
      return second
          ? Optional.of(ModelType.SWINV2)
          : Optional.of(ModelType.SWIN).filter(family -> first);
    }
    return Optional.of(ModelType.VIT)
        .filter(family -> shapes.has("cls_token") && shapes.has("blocks.0.attn.qkv.weight"));
  }

  /**
   * A configuration with every value that is known, and the official defaults elsewhere, but mask
   * squares that tile the image; empty when a value is none that a configuration may have.
   */
  public Optional<ExperimentConfig> config() {
    ExperimentConfig config = ExperimentConfig.defaults();
    try {
      for (Finding finding : findings) {
        config = finding.hasValue() ? config.with(finding.key(), finding.value()) : config;
      }
      return Optional.of(withMaskThatTiles(config));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  // No tensor tells the mask, and the default is for images of other sizes.
  private static ExperimentConfig withMaskThatTiles(ExperimentConfig config) {
    int image = config.data().imgSize();
    int patch = Math.max(1, config.model().patchSize());
    int side = Math.max(patch, config.data().maskPatchSize());
    while (side > patch && (side % patch != 0 || image % side != 0)) {
      side--;
    }
    return config.with("DATA.MASK_PATCH_SIZE", side);
  }

  /** The keys that a model needs and that nothing in the file tells. */
  public List<String> unknown() {
    return findings.stream()
        .filter(finding -> finding.certainty() == Finding.Certainty.UNKNOWN)
        .map(Finding::key)
        .toList();
  }

  /** The keys of a configuration that cannot be true of these tensors. */
  List<Disagreement> disagreementsWith(ConfigValues stated) {
    return findings.stream()
        .filter(finding -> finding.contradicts(stated.get(finding.key())))
        .map(finding -> new Disagreement(finding.key(), stated.get(finding.key()), finding))
        .toList();
  }
}
