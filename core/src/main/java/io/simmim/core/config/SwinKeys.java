package io.simmim.core.config;

import static io.simmim.core.config.ConfigSection.MODEL;
import static io.simmim.core.config.KeyDraft.flag;
import static io.simmim.core.config.KeyDraft.integer;
import static io.simmim.core.config.KeyDraft.integers;
import static io.simmim.core.config.KeyDraft.number;

import java.util.List;

/** The official keys under {@code MODEL.SWIN}. */
final class SwinKeys {

  private static final int MAX_STAGES = 8;

  static final List<ConfigKey> ALL =
      List.of(
          integer(MODEL, "MODEL.SWIN.PATCH_SIZE", 4)
              .from(1, 256)
              .unit("pixels")
              .says("Side of one token of the first stage."),
          integer(MODEL, "MODEL.SWIN.IN_CHANS", 3)
              .from(1, 64)
              .unit("channels")
              .says("Colour channels of the image."),
          integer(MODEL, "MODEL.SWIN.EMBED_DIM", 96)
              .from(1, 16_384)
              .unit("channels")
              .says("Width of the first stage; every later stage is twice as wide."),
          integers(MODEL, "MODEL.SWIN.DEPTHS", List.of(2L, 2L, 6L, 2L))
              .from(1, 1000)
              .count(1, MAX_STAGES)
              .unit("blocks")
              .says("Number of blocks in each stage."),
          integers(MODEL, "MODEL.SWIN.NUM_HEADS", List.of(3L, 6L, 12L, 24L))
              .from(1, 1000)
              .count(1, MAX_STAGES)
              .unit("heads")
              .says("Attention heads in each stage."),
          integer(MODEL, "MODEL.SWIN.WINDOW_SIZE", 7)
              .from(1, 1024)
              .unit("tokens")
              .says("Side of the square window inside which tokens attend to each other."),
          number(MODEL, "MODEL.SWIN.MLP_RATIO", 4.0)
              .in(NumberRange.above(0))
              .says("Width of a block's hidden layer in multiples of the stage width."),
          flag(MODEL, "MODEL.SWIN.QKV_BIAS", true)
              .says("Whether queries, keys and values have a learned bias."),
          number(MODEL, "MODEL.SWIN.QK_SCALE", null)
              .in(NumberRange.atLeast(0))
              .says("Factor on the queries; null or 0 means one over the root of the head width."),
          flag(MODEL, "MODEL.SWIN.APE", false)
              .says("Add a learned position to every token after the patch embedding."),
          flag(MODEL, "MODEL.SWIN.PATCH_NORM", true)
              .says("Normalise tokens right after the patch embedding."));

  private SwinKeys() {}
}
