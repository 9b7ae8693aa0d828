package io.simmim.core.config;

import java.util.Map;
import java.util.Optional;

/**
 * Keys of microsoft/Swin-Transformer's {@code config.py} that have no effect here. They may stand
 * in a file, so that official files load, and become notes.
 */
final class PassedOverKeys {

  private static final String PRECISION =
      "PRECISION decides: set it to bf16 or fp16 for mixed precision";
  private static final String FUSED =
      "it chooses CUDA kernels of the official program, not numbers";
  private static final String ORDER = "evaluation counts every image once, whatever the order";
  private static final String EXPERTS = "there is no mixture of experts here";

  /** Keys, and sections with all that is in them. */
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("AMP_ENABLE", PRECISION),
          Map.entry("ENABLE_AMP", PRECISION),
          Map.entry("FUSED_WINDOW_PROCESS", FUSED),
          Map.entry("FUSED_LAYERNORM", FUSED),
          Map.entry("DATA.ZIP_MODE", "images are read from folders"),
          Map.entry("TEST.SEQUENTIAL", ORDER),
          Map.entry("TEST.SHUFFLE", ORDER),
          Map.entry("TRAIN.MOE", EXPERTS),
          Map.entry("MODEL.SWIN_MOE", EXPERTS),
          Map.entry("MODEL.SWIN_MLP", "SimMIM has no such model"));

  private PassedOverKeys() {}

  static Optional<String> reason(String path) {
    return REASONS.entrySet().stream()
        .filter(e -> path.equals(e.getKey()) || path.startsWith(e.getKey() + "."))
        .map(e -> "this key is passed over: " + e.getValue() + ".")
        .findFirst();
  }
}
