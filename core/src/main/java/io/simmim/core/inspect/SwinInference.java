package io.simmim.core.inspect;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ModelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The configuration of a Swin Transformer from its shapes. The window of a block is read off its
 * table of relative positions; the image off whatever depends on the token grid: position
 * embedding, shift masks, or a window that shrank because the grid did not fill it.
 */
final class SwinInference {

  private static final int MOST_STAGES = 8;
  private static final String IMAGE = "DATA.IMG_SIZE";

  private final Shapes shapes;
  private final String prefix;
  private final boolean second;
  private final List<Integer> depths;
  private final long patch;
  private final long embedDim;

  SwinInference(Shapes shapes, ModelType family) {
    this.shapes = shapes;
    prefix = family.keyPrefix();
    second = family == ModelType.SWINV2;
    patch = shapes.size("patch_embed.proj.weight", 2);
    embedDim = shapes.size("patch_embed.proj.weight", 0);
    depths =
        IntStream.range(0, MOST_STAGES)
            .map(stage -> shapes.blocks("layers." + stage + ".blocks."))
            .takeWhile(depth -> depth > 0)
            .boxed()
            .toList();
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    all.add(Finding.known(prefix + "PATCH_SIZE", patch));
    all.add(Finding.known(prefix + "IN_CHANS", shapes.size("patch_embed.proj.weight", 1)));
    all.add(Finding.known(prefix + "EMBED_DIM", embedDim));
    all.add(Finding.known(prefix + "DEPTHS", depths.stream().map(Integer::longValue).toList()));
    all.add(Finding.known(prefix + "NUM_HEADS", heads()));
    all.add(mlpRatio());
    all.add(Finding.known(prefix + "QKV_BIAS", hasQkvBias()));
    all.add(Finding.known(prefix + "APE", shapes.has("absolute_pos_embed")));
    all.add(Finding.known(prefix + "PATCH_NORM", shapes.has("patch_embed.norm.weight")));
    Finding image = image();
    all.add(image);
    all.add(window(image));
    // Pre-training does not pass these on to its encoder, whatever its configuration says.
    if (second && !shapes.has("mask_token")) {
      pretrainedWindows()
          .ifPresent(
              windows ->
                  all.add(Finding.knownButZeros(prefix + "PRETRAINED_WINDOW_SIZES", windows)));
    }
    return all;
  }

  private static String block(int stage) {
    return "layers." + stage + ".blocks.0.";
  }

  private List<Long> heads() {
    return IntStream.range(0, depths.size())
        .mapToObj(
            stage ->
                second
                    ? shapes.size(block(stage) + "attn.logit_scale", 0)
                    : shapes.size(block(stage) + "attn.relative_position_bias_table", 1))
        .toList();
  }

  // The widest stage, where the rounding of the hidden width matters least.
  private Finding mlpRatio() {
    String hidden = block(Math.max(0, depths.size() - 1)) + "mlp.fc1.weight";
    double dim = Math.max(1, shapes.size(hidden, 1));
    return Finding.roundedDown(prefix + "MLP_RATIO", shapes.size(hidden, 0) / dim, 1 / dim);
  }

  private boolean hasQkvBias() {
    return shapes.has(block(0) + (second ? "attn.q_bias" : "attn.qkv.bias"));
  }

  /** Tokens along the side of a stage's windows; 0 when nothing in the file depends on it. */
  private long windowOf(int stage) {
    long span =
        second
            ? shapes.size(block(stage) + "attn.relative_coords_table", 1)
            : Shapes.root(shapes.size(block(stage) + "attn.relative_position_bias_table", 0));
    return span > 0
        ? (span + 1) / 2
        : Shapes.root(shapes.size(block(stage) + "attn.relative_position_index", 0));
  }

  /** By the scale of the log-spaced coordinates; 0 where it is that of the window itself. */
  private Optional<List<Long>> pretrainedWindows() {
    List<Long> windows = new ArrayList<>();
    for (int stage = 0; stage < depths.size(); stage++) {
      Optional<TensorData> table = shapes.tensor(block(stage) + "attn.relative_coords_table");
      long own = windowOf(stage);
      if (table.isEmpty() || own < 1) {
        return Optional.empty();
      }
      windows.add(own == 1 ? 0 : pretrainedWindow(table.get(), own));
    }
    return Optional.of(windows);
  }

  // The last coordinate is log2(1 + 8 (w - 1) / (p - 1)) / 3 for the window p of pre-training.
  private static long pretrainedWindow(TensorData table, long own) {
    if (!table.type().isFloat() || table.elements() == 0) {
      return 0;
    }
    double[] values = table.doubles();
    double reach = Math.pow(2, 3 * values[values.length - 1]) - 1;
    double window = 1 + 8 * (own - 1) / reach;
    long whole = Math.round(window);
    boolean exact = Math.abs(window - whole) < 0.05;
    return exact && whole > 1 && whole != own ? whole : 0;
  }

  private Finding image() {
    long embedded = Shapes.root(shapes.size("absolute_pos_embed", 1));
    if (embedded > 0) {
      return Finding.known(IMAGE, embedded * patch);
    }
    for (int stage = 0; stage < depths.size(); stage++) {
      long windows = shapes.size("layers." + stage + ".blocks.1.attn_mask", 0);
      if (windows > 0) {
        return Finding.known(IMAGE, Shapes.root(windows) * windowOf(stage) * (patch << stage));
      }
    }
    return imageFromWindows();
  }

  private Finding imageFromWindows() {
    int last = depths.size() - 1;
    if (last < 0 || windowOf(last) == 0) {
      return Finding.unknown(IMAGE, "the file has no tensor that depends on the image size");
    }
    long least = windowOf(last) * (patch << last);
    return windowOf(last) < windowOf(0)
        ? Finding.known(IMAGE, least)
        : Finding.atLeast(IMAGE, least, "the last grid fills its window; the file has no masks");
  }

  private Finding window(Finding image) {
    String key = prefix + "WINDOW_SIZE";
    long first = depths.isEmpty() ? 0 : windowOf(0);
    if (first == 0) {
      return Finding.unknown(key, "the file lacks the buffers of its relative positions");
    }
    boolean cut = image.hasValue() && (Long) image.value() / Math.max(1, patch) > first;
    return cut
        ? Finding.known(key, first)
        : Finding.atLeast(key, first, "one window covers the whole grid, so it may have shrunk");
  }
}
