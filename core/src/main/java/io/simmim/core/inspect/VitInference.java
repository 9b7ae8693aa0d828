package io.simmim.core.inspect;

import java.util.ArrayList;
import java.util.List;

/** The configuration of a Vision Transformer from its shapes. */
final class VitInference {

  private static final String KEY = "MODEL.VIT.";
  private static final String PATCHES = "patch_embed.proj.weight";
  private static final String BLOCK = "blocks.0.";
  private static final String TABLE = "relative_position_bias_table";
  private static final String INDEX = "relative_position_index";
  private static final String SHARED = "rel_pos_bias.";
  private static final String OWN = BLOCK + "attn.";
  private static final int EXTRA_ROWS = 3; // class token to patch, back, and to itself

  private final Shapes shapes;

  VitInference(Shapes shapes) {
    this.shapes = shapes;
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    long dim = shapes.size(PATCHES, 0);
    long hidden = shapes.size(BLOCK + "mlp.fc1.weight", 0);
    all.add(Finding.known(KEY + "PATCH_SIZE", shapes.size(PATCHES, 2)));
    all.add(Finding.known(KEY + "IN_CHANS", shapes.size(PATCHES, 1)));
    all.add(Finding.known(KEY + "EMBED_DIM", dim));
    all.add(Finding.known(KEY + "DEPTH", (long) shapes.blocks("blocks.")));
    all.add(heads());
    all.add(Finding.roundedDown(KEY + "MLP_RATIO", (double) hidden / dim, 1.0 / dim));
    all.add(Finding.known(KEY + "QKV_BIAS", shapes.has(OWN + "q_bias")));
    all.add(initValues());
    all.add(Finding.known(KEY + "USE_APE", shapes.has("pos_embed")));
    all.add(Finding.known(KEY + "USE_RPB", shapes.has(OWN + TABLE)));
    all.add(Finding.known(KEY + "USE_SHARED_RPB", shapes.has(SHARED + TABLE)));
    all.add(meanPooling());
    all.add(image());
    return all;
  }

  private Finding heads() {
    long heads = Math.max(shapes.size(SHARED + TABLE, 1), shapes.size(OWN + TABLE, 1));
    return heads > 0
        ? Finding.known(KEY + "NUM_HEADS", heads)
        : Finding.unknown(
            KEY + "NUM_HEADS", "no tensor of a ViT without tables of relative positions has it");
  }

  private Finding initValues() {
    String key = KEY + "INIT_VALUES";
    return shapes.has(BLOCK + "gamma_1")
        ? Finding.notNull(key, "the scales were trained since")
        : Finding.known(key, null);
  }

  private Finding meanPooling() {
    String key = KEY + "USE_MEAN_POOLING";
    boolean after = shapes.has("fc_norm.weight");
    return after || shapes.has("norm.weight")
        ? Finding.known(key, after)
        : Finding.unknown(key, "the file has no last norm");
  }

  private Finding image() {
    String key = "DATA.IMG_SIZE";
    long side = side();
    return side > 0
        ? Finding.known(key, side * shapes.size(PATCHES, 2))
        : Finding.unknown(key, "the file has no tensor that depends on the image size");
  }

  /** Patches along a side of the image; 0 when nothing in the file depends on it. */
  private long side() {
    long tokens =
        Math.max(
            shapes.size("pos_embed", 1),
            Math.max(shapes.size(SHARED + INDEX, 0), shapes.size(OWN + INDEX, 0)));
    if (tokens > 1) {
      return Shapes.root(tokens - 1);
    }
    long rows = Math.max(shapes.size(SHARED + TABLE, 0), shapes.size(OWN + TABLE, 0));
    return rows > EXTRA_ROWS ? (Shapes.root(rows - EXTRA_ROWS) + 1) / 2 : 0;
  }
}
