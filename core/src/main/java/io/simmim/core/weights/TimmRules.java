package io.simmim.core.weights;

/**
 * Names in timm 0.9 and later. They are the official ones but for the merging of patches, which
 * counts as the beginning of a stage instead of the end of the one before, and the head of a Swin.
 * Buffers are computed, not read. timm has no pre-training: mask token and decoder keep their
 * names, which it ignores unless told to be strict.
 */
final class TimmRules {

  private static final String SWIN =
      """
      absolute_pos_embed
      mask_token
      patch_embed.proj.*
      patch_embed.norm.*
      @attn_mask < @attn_mask
      @norm1.*
      @attn.relative_position_index < @attn.relative_position_index
      @attn.qkv.weight
      @attn.proj.*
      @norm2.*
      @mlp.fc1.*
      @mlp.fc2.*
      layers.#.downsample.reduction.weight = layers.#+1.downsample.reduction.weight
      layers.#.downsample.norm.* = layers.#+1.downsample.norm.*
      norm.*
      """;

  private static final String SWIN_V1 =
      """
      @attn.qkv.bias
      @attn.relative_position_bias_table
      """;

  private static final String SWIN_V2 =
      """
      @attn.logit_scale
      @attn.q_bias
      @attn.v_bias
      @attn.cpb_mlp.0.*
      @attn.cpb_mlp.2.weight
      @attn.relative_coords_table < @attn.relative_coords_table
      """;

  private static final String BEIT =
      """
      cls_token
      pos_embed
      mask_token
      patch_embed.proj.*
      rel_pos_bias.relative_position_bias_table
      rel_pos_bias.relative_position_index < rel_pos_bias.relative_position_index
      @gamma_1
      @gamma_2
      @norm1.*
      @attn.q_bias
      @attn.v_bias
      @attn.relative_position_bias_table
      @attn.relative_position_index < @attn.relative_position_index
      @attn.qkv.weight
      @attn.proj.*
      @norm2.*
      @mlp.fc1.*
      @mlp.fc2.*
      norm.*
      fc_norm.*
      """;

  private TimmRules() {}

  static RuleTable swin() {
    return RuleTable.of("layers.#.blocks.#.", "layers.#.blocks.#.", SWIN, SWIN_V1);
  }

  static RuleTable swinV2() {
    return RuleTable.of("layers.#.blocks.#.", "layers.#.blocks.#.", SWIN, SWIN_V2);
  }

  static RuleTable vit() {
    return RuleTable.of("blocks.#.", "blocks.#.", BEIT);
  }

  static RuleTable aroundSwin() {
    return RuleTable.of("", "", "decoder.0.*", "head.* = head.fc.*");
  }

  static RuleTable aroundVit() {
    return RuleTable.of("", "", "decoder.0.*", "head.*");
  }
}
