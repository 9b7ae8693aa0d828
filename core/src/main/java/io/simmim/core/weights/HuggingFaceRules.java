package io.simmim.core.weights;

/**
 * Names in the transformers library. Those of version 4 are written: version 5 has other ones in
 * memory, yet writes and reads the old ones. Swin's index of relative positions is written too,
 * since version 4 reports it as missing otherwise; version 5 passes over it. Their layer norms are
 * the official ones if {@code layer_norm_eps} is: 1e-5 for Swin, as they have it by default, and
 * 1e-6 for ViT, where BEiT has 1e-12.
 */
final class HuggingFaceRules {

  /** {@code SwinModel} and {@code Swinv2Model}. */
  private static final String SWIN =
      """
      mask_token = embeddings.mask_token
      absolute_pos_embed = embeddings.position_embeddings
      patch_embed.proj.* = embeddings.patch_embeddings.projection.*
      patch_embed.norm.* = embeddings.norm.*
      @norm1.* = @layernorm_before.*
      @attn.proj.* = @attention.output.dense.*
      @attn.proj.* < @attention.o_proj.*
      @norm2.* = @layernorm_after.*
      @mlp.fc1.* = @intermediate.dense.*
      @mlp.fc1.* < @mlp.fc1.*
      @mlp.fc2.* = @output.dense.*
      @mlp.fc2.* < @mlp.fc2.*
      layers.#.downsample.reduction.weight = encoder.layers.#.downsample.reduction.weight
      layers.#.downsample.norm.* = encoder.layers.#.downsample.norm.*
      norm.* = layernorm.*
      """;

  private static final String SWIN_V1 =
      """
      @attn.qkv.* = @attention.self.[query,key,value].*
      @attn.qkv.* < @attention.[q_proj,k_proj,v_proj].*
      @attn.relative_position_bias_table = @attention.self.relative_position_bias_table
      @attn.relative_position_bias_table < \
      @attention.relative_position_bias.relative_position_bias_table
      @attn.relative_position_index = @attention.self.relative_position_index
      @attn.relative_position_index < @attention.relative_position_bias.relative_position_index
      """;

  private static final String SWIN_V2 =
      """
      @attn.logit_scale = @attention.self.logit_scale
      @attn.cpb_mlp.0.* = @attention.self.continuous_position_bias_mlp.0.*
      @attn.cpb_mlp.2.weight = @attention.self.continuous_position_bias_mlp.2.weight
      @attn.qkv.weight = @attention.self.[query,key,value].weight
      @attn.q_bias = @attention.self.query.bias
      @attn.v_bias = @attention.self.value.bias
      @attn.relative_position_index < @attention.self.relative_position_index
      @attn.relative_coords_table < @attention.self.relative_coords_table
      """;

  /** {@code BeitModel} and {@code Data2VecVisionModel}. */
  private static final String BEIT =
      """
      cls_token = embeddings.cls_token
      mask_token = embeddings.mask_token
      pos_embed = embeddings.position_embeddings
      patch_embed.proj.* = embeddings.patch_embeddings.projection.*
      rel_pos_bias.relative_position_bias_table = \
      encoder.relative_position_bias.relative_position_bias_table
      rel_pos_bias.relative_position_index < \
      encoder.relative_position_bias.relative_position_index
      @gamma_1 = @lambda_1
      @gamma_2 = @lambda_2
      @norm1.* = @layernorm_before.*
      @attn.qkv.weight = @attention.attention.[query,key,value].weight
      @attn.q_bias = @attention.attention.query.bias
      @attn.v_bias = @attention.attention.value.bias
      @attn.relative_position_bias_table = \
      @attention.attention.relative_position_bias.relative_position_bias_table
      @attn.relative_position_index < \
      @attention.attention.relative_position_bias.relative_position_index
      @attn.proj.* = @attention.output.dense.*
      @norm2.* = @layernorm_after.*
      @mlp.fc1.* = @intermediate.dense.*
      @mlp.fc2.* = @output.dense.*
      norm.* = layernorm.*
      fc_norm.* = pooler.layernorm.*
      """;

  private static final String BEIT_IN_MEMORY =
      """
      rel_pos_bias.relative_position_bias_table < \
      shared_position_bias.relative_position_bias_table
      blocks.#.gamma_1 < layers.#.lambda_1
      blocks.#.gamma_2 < layers.#.lambda_2
      blocks.#.norm1.* < layers.#.layernorm_before.*
      blocks.#.attn.qkv.weight < layers.#.attention.[q_proj,k_proj,v_proj].weight
      blocks.#.attn.q_bias < layers.#.attention.q_proj.bias
      blocks.#.attn.v_bias < layers.#.attention.v_proj.bias
      blocks.#.attn.relative_position_bias_table < \
      layers.#.relative_position_bias.relative_position_bias_table
      blocks.#.attn.proj.* < layers.#.attention.o_proj.*
      blocks.#.norm2.* < layers.#.layernorm_after.*
      blocks.#.mlp.fc1.* < layers.#.mlp.fc1.*
      blocks.#.mlp.fc2.* < layers.#.mlp.fc2.*
      """;

  private static final String AROUND =
      """
      head.* = classifier.*
      decoder.0.*
      """;

  private HuggingFaceRules() {}

  static RuleTable swin() {
    return RuleTable.of("layers.#.blocks.#.", "encoder.layers.#.blocks.#.", SWIN, SWIN_V1);
  }

  static RuleTable swinV2() {
    return RuleTable.of("layers.#.blocks.#.", "encoder.layers.#.blocks.#.", SWIN, SWIN_V2);
  }

  static RuleTable vit() {
    return RuleTable.of("blocks.#.", "encoder.layer.#.", BEIT, BEIT_IN_MEMORY);
  }

  static RuleTable around() {
    return RuleTable.of("", "", AROUND);
  }
}
