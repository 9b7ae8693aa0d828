package io.simmim.core.weights;

/**
 * Names in MMPretrain 1.x, MMSelfSup and MMClassification ({@code SwinTransformer}, {@code
 * SwinTransformerV2}, {@code BEiT}, {@code SimMIMLinearDecoder}, {@code LinearClsHead}). Its Swin
 * V2 merges patches at the beginning of a stage, its Swin V1 at the end.
 */
final class MmPretrainRules {

  private static final String SWIN =
      """
      absolute_pos_embed
      mask_token
      patch_embed.proj.* = patch_embed.projection.*
      patch_embed.norm.*
      @attn_mask < @attn.attn_mask
      @norm1.*
      @attn.relative_position_index = @attn.w_msa.relative_position_index
      @attn.qkv.weight = @attn.w_msa.qkv.weight
      @attn.proj.* = @attn.w_msa.proj.*
      @norm2.*
      @mlp.fc1.* = @ffn.layers.0.0.*
      @mlp.fc2.* = @ffn.layers.1.*
      norm.* = norm%d.*
      norm.* < norm.*
      """;

  private static final String SWIN_V1 =
      """
      @attn.qkv.bias = @attn.w_msa.qkv.bias
      @attn.relative_position_bias_table = @attn.w_msa.relative_position_bias_table
      layers.#.downsample.reduction.weight = stages.#.downsample.reduction.weight ~
      layers.#.downsample.norm.* = stages.#.downsample.norm.* ~
      """;

  private static final String SWIN_V2 =
      """
      @attn.logit_scale = @attn.w_msa.logit_scale
      @attn.q_bias = @attn.w_msa.q_bias
      @attn.v_bias = @attn.w_msa.v_bias
      @attn.cpb_mlp.0.* = @attn.w_msa.cpb_mlp.0.*
      @attn.cpb_mlp.2.weight = @attn.w_msa.cpb_mlp.2.weight
      @attn.relative_coords_table = @attn.w_msa.relative_coords_table
      layers.#.downsample.reduction.weight = stages.#+1.downsample.reduction.weight ~
      layers.#.downsample.norm.* = stages.#+1.downsample.norm.*
      """;

  private static final String BEIT =
      """
      cls_token
      pos_embed
      mask_token
      patch_embed.proj.* = patch_embed.projection.*
      rel_pos_bias.relative_position_bias_table
      rel_pos_bias.relative_position_index
      @gamma_1
      @gamma_2
      @norm1.* = @ln1.*
      @attn.q_bias
      @attn.v_bias
      @attn.relative_position_bias_table
      @attn.relative_position_index
      @attn.qkv.weight
      @attn.proj.*
      @norm2.* = @ln2.*
      @mlp.fc1.* = @ffn.layers.0.0.*
      @mlp.fc2.* = @ffn.layers.1.*
      norm.* = ln1.*
      fc_norm.* = ln2.*
      """;

  private static final String AROUND =
      """
      head.* = head.fc.*
      decoder.0.* = neck.decoder.0.*
      """;

  private MmPretrainRules() {}

  /**
   * Swin V1.
   *
   * @param lastStage number of the last stage, after which the final norm is named
   */
  static RuleTable swin(int lastStage) {
    return RuleTable.of(
        "layers.#.blocks.#.", "stages.#.blocks.#.", SWIN.formatted(lastStage), SWIN_V1);
  }

  /** Swin V2, with the same final norm. */
  static RuleTable swinV2(int lastStage) {
    return RuleTable.of(
        "layers.#.blocks.#.", "stages.#.blocks.#.", SWIN.formatted(lastStage), SWIN_V2);
  }

  static RuleTable vit() {
    return RuleTable.of("blocks.#.", "layers.#.", BEIT);
  }

  static RuleTable around() {
    return RuleTable.of("", "", AROUND);
  }
}
