package io.simmim.core.optim;

import io.simmim.core.config.ModelConfig;
import java.util.List;

/**
 * Depth of every parameter of a classifier, for layer decay ({@code optimizer.py}): 0 is the patch
 * embedding, block k has k + 1, and everything that has no place of its own is last.
 */
sealed interface LayerIds {

  /** The layer of a parameter, 0 to {@link #last}. */
  int of(String name);

  /** The layer of norm and head, whose learning rate is not reduced. */
  int last();

  /** The layers of the family that MODEL.TYPE names. */
  static LayerIds of(ModelConfig config) {
    return switch (config.type()) {
      case SWIN -> swin(config.swin().depths());
      case SWINV2 -> swin(config.swinv2().depths());
      case VIT -> vit(config.vit().depth());
    };
  }

  static LayerIds swin(List<Integer> depths) {
    return new Swin(depths);
  }

  static LayerIds vit(int depth) {
    return new Vit(depth);
  }

  /**
   * Swin, V1 and V2: blocks are counted over all stages, and the downsampling at the end of a stage
   * belongs to that stage's last block. Absolute positions are in the last layer.
   *
   * @param depths blocks of each stage
   */
  record Swin(List<Integer> depths) implements LayerIds {

    public Swin {
      depths = List.copyOf(depths);
    }

    @Override
    public int of(String name) {
      String[] parts = name.split("\\.", -1);
      return switch (parts[0]) {
        case "patch_embed", "mask_token" -> 0;
        case "layers" -> inStage(Integer.parseInt(parts[1]), parts);
        default -> last();
      };
    }

    private int inStage(int stage, String[] parts) {
      return parts[2].equals("blocks")
          ? blocksBefore(stage) + Integer.parseInt(parts[3]) + 1
          : blocksBefore(stage + 1);
    }

    private int blocksBefore(int stage) {
      return depths.stream().limit(stage).mapToInt(Integer::intValue).sum();
    }

    @Override
    public int last() {
      return blocksBefore(depths.size()) + 1;
    }
  }

  /**
   * ViT: class token and absolute positions are in layer 0, a shared table of relative positions in
   * the last.
   *
   * @param depth blocks
   */
  record Vit(int depth) implements LayerIds {

    @Override
    public int of(String name) {
      String[] parts = name.split("\\.", -1);
      return switch (parts[0]) {
        case "cls_token", "mask_token", "pos_embed", "patch_embed" -> 0;
        case "blocks" -> Integer.parseInt(parts[1]) + 1;
        default -> last();
      };
    }

    @Override
    public int last() {
      return depth + 1;
    }
  }
}
