package io.simmim.workbench.testing;

/** A configuration for journeys: learns next to nothing, but quickly. */
public final class TinyConfig {

  private static final String YAML =
      """
      # Learns next to nothing, but quickly.
      DATA:
        BATCH_SIZE: 4
        IMG_SIZE: 64
        MASK_PATCH_SIZE: 16
        MASK_RATIO: 0.5
        NUM_WORKERS: 1
      MODEL:
        TYPE: swin
        NAME: %s
        DROP_PATH_RATE: 0.0
        SWIN:
          EMBED_DIM: 8
          DEPTHS: [1, 1, 1, 1]
          NUM_HEADS: [1, 1, 2, 2]
          WINDOW_SIZE: 2
      TRAIN:
        EPOCHS: %d
        WARMUP_EPOCHS: 1
      SAVE_FREQ: 2
      TAG: %s
      """;

  private TinyConfig() {}

  /** For either stage; its runs are {@code <name>/<tag>} with the tag as the window proposes it. */
  public static String yaml(String name, int epochs, String tag) {
    return YAML.formatted(name, epochs, tag);
  }
}
