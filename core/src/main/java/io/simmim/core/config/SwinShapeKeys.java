package io.simmim.core.config;

import static io.simmim.core.config.ConfigSection.MODEL;
import static io.simmim.core.config.KeyDraft.flag;
import static io.simmim.core.config.KeyDraft.integer;
import static io.simmim.core.config.KeyDraft.integers;
import static io.simmim.core.config.KeyDraft.number;

import java.util.List;

/** The official keys that {@code MODEL.SWIN} and {@code MODEL.SWINV2} have in common. */
final class SwinShapeKeys {

  static final int MAX_STAGES = 8;

  private SwinShapeKeys() {}

  /**
   * @param prefix {@code MODEL.SWIN.} or {@code MODEL.SWINV2.}
   */
  static List<ConfigKey> below(String prefix, KeySource source) {
    return List.of(
        integer(MODEL, prefix + "PATCH_SIZE", 4)
            .knownTo(source)
            .from(1, 256)
            .unit("pixels")
            .says("Side of one token of the first stage."),
        integer(MODEL, prefix + "IN_CHANS", 3)
            .knownTo(source)
            .from(1, 64)
            .unit("channels")
            .says("Colour channels of the image."),
        integer(MODEL, prefix + "EMBED_DIM", 96)
            .knownTo(source)
            .from(1, 16_384)
            .unit("channels")
            .says("Width of the first stage; every later stage is twice as wide."),
        integers(MODEL, prefix + "DEPTHS", List.of(2L, 2L, 6L, 2L))
            .knownTo(source)
            .from(1, 1000)
            .count(1, MAX_STAGES)
            .unit("blocks")
            .says("Number of blocks in each stage."),
        integers(MODEL, prefix + "NUM_HEADS", List.of(3L, 6L, 12L, 24L))
            .knownTo(source)
            .from(1, 1000)
            .count(1, MAX_STAGES)
            .unit("heads")
            .says("Attention heads in each stage."),
        integer(MODEL, prefix + "WINDOW_SIZE", 7)
            .knownTo(source)
            .from(1, 1024)
            .unit("tokens")
            .says("Side of the square window inside which tokens attend to each other."),
        number(MODEL, prefix + "MLP_RATIO", 4.0)
            .knownTo(source)
            .in(NumberRange.above(0))
            .says("Width of a block's hidden layer in multiples of the stage width."),
        flag(MODEL, prefix + "QKV_BIAS", true)
            .knownTo(source)
            .says("Whether queries, keys and values have a learned bias."),
        flag(MODEL, prefix + "APE", false)
            .knownTo(source)
            .says("Add a learned position to every token after the patch embedding."),
        flag(MODEL, prefix + "PATCH_NORM", true)
            .knownTo(source)
            .says("Normalise tokens right after the patch embedding."));
  }
}
