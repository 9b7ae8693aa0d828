package io.simmim.core.inspect;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.config.VitConfig;

/** The tensors of a Vision Transformer's encoder. */
final class VitTensors {

  private static final int EXTRA_ROWS = 3; // class token to patch, back, and to itself

  private final VitConfig vit;
  private final long dim;
  private final long side;

  VitTensors(VitConfig vit, int imgSize) {
    this.vit = vit;
    dim = vit.embedDim();
    side = imgSize / vit.patchSize();
  }

  void addTo(TensorList list, boolean masked) {
    list.parameter("cls_token", 1, 1, dim);
    if (vit.useApe()) {
      list.parameter("pos_embed", 1, side * side + 1, dim);
    }
    if (masked) {
      list.parameter("mask_token", 1, 1, dim);
    }
    list.convolution("patch_embed.proj", vit.inChans(), dim, vit.patchSize());
    if (vit.useSharedRpb()) {
      positions(list.child("rel_pos_bias"));
    }
    for (int block = 0; block < vit.depth(); block++) {
      block(list.child("blocks." + block));
    }
    list.layerNorm(vit.useMeanPooling() ? "fc_norm" : "norm", dim);
  }

  private void positions(TensorList list) {
    long tokens = side * side + 1;
    long span = 2 * side - 1;
    list.parameter("relative_position_bias_table", span * span + EXTRA_ROWS, vit.numHeads());
    list.buffer("relative_position_index", ScalarType.INT64, tokens, tokens);
  }

  private void block(TensorList list) {
    if (vit.initValues().isPresent()) {
      list.parameter("gamma_1", dim);
      list.parameter("gamma_2", dim);
    }
    list.layerNorm("norm1", dim);
    TensorList attention = list.child("attn");
    if (vit.qkvBias()) {
      attention.parameter("q_bias", dim);
      attention.parameter("v_bias", dim);
    }
    if (vit.useRpb()) {
      positions(attention);
    }
    attention.linear("qkv", dim, 3 * dim, false);
    attention.linear("proj", dim, dim, true);
    list.layerNorm("norm2", dim);
    list.mlp(dim, vit.mlpRatio());
  }
}
