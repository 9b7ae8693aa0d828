package io.simmim.core.config;

import static io.simmim.core.config.ConfigSection.MODEL;
import static io.simmim.core.config.KeyDraft.flag;
import static io.simmim.core.config.KeyDraft.integer;
import static io.simmim.core.config.KeyDraft.number;

import java.util.List;

/** The official keys under {@code MODEL.VIT}. */
final class VitKeys {

  static final List<ConfigKey> ALL =
      List.of(
          integer(MODEL, "MODEL.VIT.PATCH_SIZE", 16)
              .knownTo(KeySource.SIMMIM)
              .from(1, 256)
              .unit("pixels")
              .says("Side of one token."),
          integer(MODEL, "MODEL.VIT.IN_CHANS", 3)
              .knownTo(KeySource.SIMMIM)
              .from(1, 64)
              .unit("channels")
              .says("Colour channels of the image."),
          integer(MODEL, "MODEL.VIT.EMBED_DIM", 768)
              .knownTo(KeySource.SIMMIM)
              .from(1, 16_384)
              .unit("channels")
              .says("Width of every block."),
          integer(MODEL, "MODEL.VIT.DEPTH", 12)
              .knownTo(KeySource.SIMMIM)
              .from(1, 1000)
              .unit("blocks")
              .says("Number of blocks."),
          integer(MODEL, "MODEL.VIT.NUM_HEADS", 12)
              .knownTo(KeySource.SIMMIM)
              .from(1, 1000)
              .unit("heads")
              .says("Attention heads in every block."),
          number(MODEL, "MODEL.VIT.MLP_RATIO", 4.0)
              .knownTo(KeySource.SIMMIM)
              .in(NumberRange.above(0))
              .says("Width of a block's hidden layer in multiples of the block width."),
          flag(MODEL, "MODEL.VIT.QKV_BIAS", true)
              .knownTo(KeySource.SIMMIM)
              .says("Whether queries and values have a learned bias."),
          number(MODEL, "MODEL.VIT.INIT_VALUES", 0.1)
              .knownTo(KeySource.SIMMIM)
              .orNull()
              .in(NumberRange.atLeast(0))
              .says("Start value of the learned scale of every branch; null for no such scale."),
          flag(MODEL, "MODEL.VIT.USE_APE", false)
              .knownTo(KeySource.SIMMIM)
              .says("Add a learned position to every token after the patch embedding."),
          flag(MODEL, "MODEL.VIT.USE_RPB", false)
              .knownTo(KeySource.SIMMIM)
              .says("Give every block its own table of relative positions."),
          flag(MODEL, "MODEL.VIT.USE_SHARED_RPB", true)
              .knownTo(KeySource.SIMMIM)
              .says("Give all blocks one common table of relative positions."),
          flag(MODEL, "MODEL.VIT.USE_MEAN_POOLING", false)
              .knownTo(KeySource.SIMMIM)
              .says("Classify from the mean of all tokens instead of the class token."));

  private VitKeys() {}
}
