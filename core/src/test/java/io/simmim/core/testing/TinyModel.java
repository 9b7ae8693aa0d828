package io.simmim.core.testing;

/** Very small encoders of every kind, for pictures of {@link #SIDE} pixels. */
public enum TinyModel {
  SWIN("SWIN: {%s, WINDOW_SIZE: 4}".formatted(Sizes.STAGES), ""),
  SWINV2("SWINV2: {%s, WINDOW_SIZE: 4}".formatted(Sizes.STAGES), ""),
  VIT(
      "VIT: {EMBED_DIM: 12, DEPTH: 3, NUM_HEADS: 3%s}",
      ", USE_RPB: true, USE_SHARED_RPB: false, USE_MEAN_POOLING: true");

  /** Of the pictures, in pixels. */
  public static final int SIDE = 64;

  private final String keys;
  private final String ofClassifier;

  private interface Sizes {
    String STAGES = "EMBED_DIM: 4, DEPTHS: [2, 1, 1, 1], NUM_HEADS: [1, 2, 2, 2]";
  }

  TinyModel(String keys, String ofClassifier) {
    this.keys = keys;
    this.ofClassifier = ofClassifier;
  }

  /** A configuration of its pre-training: four steps an epoch from 8 or 9 images. */
  public String pretraining() {
    return yaml(keys.formatted(""));
  }

  /** A configuration of its fine-tuning, with everything random that there is. */
  public String fineTuning() {
    return yaml(keys.formatted(ofClassifier))
        .replace("TRAIN: {", "TRAIN: {LAYER_DECAY: 0.8, ")
        .replace("MODEL:\n", "MODEL:\n  DROP_PATH_RATE: 0.2\n");
  }

  private String yaml(String section) {
    return """
        MODEL:
          TYPE: %s
          NAME: tiny
          %s
        DATA: {IMG_SIZE: %d, BATCH_SIZE: 2, MASK_PATCH_SIZE: 32, MASK_RATIO: 0.5, NUM_WORKERS: 1}
        TRAIN: {EPOCHS: 2, WARMUP_EPOCHS: 1, BASE_LR: 0.2, MIN_LR: 0.01}
        PRINT_FREQ: 2
        TAG: t
        """
        .formatted(name().toLowerCase(java.util.Locale.ROOT), section, SIDE);
  }
}
