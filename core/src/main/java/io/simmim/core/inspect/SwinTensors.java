package io.simmim.core.inspect;

import static io.simmim.core.checkpoint.ScalarType.FLOAT32;
import static io.simmim.core.checkpoint.ScalarType.INT64;

import io.simmim.core.config.SwinConfig;
import io.simmim.core.config.SwinShape;
import io.simmim.core.config.SwinV2Config;

/** The tensors of a Swin encoder of either generation. */
final class SwinTensors {

  private static final int BIAS_NETWORK_WIDTH = 512;

  private final SwinShape swin;
  private final long firstSide;

  SwinTensors(SwinShape swin, int imgSize) {
    this.swin = swin;
    firstSide = imgSize / swin.patchSize();
  }

  void addTo(TensorList list, boolean masked) {
    if (swin.ape()) {
      list.parameter("absolute_pos_embed", 1, firstSide * firstSide, swin.embedDim());
    }
    if (masked) {
      list.parameter("mask_token", 1, 1, swin.embedDim());
    }
    TensorList embedding = list.child("patch_embed");
    embedding.convolution("proj", swin.inChans(), swin.embedDim(), swin.patchSize());
    if (swin.patchNorm()) {
      embedding.layerNorm("norm", swin.embedDim());
    }
    int last = swin.depths().size() - 1;
    for (int stage = 0; stage <= last; stage++) {
      stage(list.child("layers." + stage), stage, stage < last);
    }
    list.layerNorm("norm", dim(last));
  }

  private long dim(int stage) {
    return (long) swin.embedDim() << stage;
  }

  private void stage(TensorList list, int stage, boolean merged) {
    for (int block = 0; block < swin.depths().get(stage); block++) {
      block(list.child("blocks." + block), stage, block % 2 == 1);
    }
    if (merged) {
      TensorList merging = list.child("downsample");
      merging.linear("reduction", 4 * dim(stage), 2 * dim(stage), false);
      // V1 normalises what goes into the projection, V2 what comes out of it.
      merging.layerNorm("norm", (swin instanceof SwinConfig ? 4 : 2) * dim(stage));
    }
  }

  private void block(TensorList list, int stage, boolean shifted) {
    long side = firstSide >> stage;
    long window = Math.min(side, swin.windowSize());
    long tokens = window * window;
    if (shifted && side > window) {
      list.buffer("attn_mask", FLOAT32, (side / window) * (side / window), tokens, tokens);
    }
    list.layerNorm("norm1", dim(stage));
    attention(list.child("attn"), stage, window);
    list.layerNorm("norm2", dim(stage));
    list.mlp(dim(stage), mlpRatio());
  }

  private double mlpRatio() {
    return swin instanceof SwinV2Config v2 ? v2.mlpRatio() : ((SwinConfig) swin).mlpRatio();
  }

  private void attention(TensorList list, int stage, long window) {
    long heads = swin.numHeads().get(stage);
    long span = 2 * window - 1;
    if (swin instanceof SwinV2Config v2) {
      list.parameter("logit_scale", heads, 1, 1);
      if (v2.qkvBias()) {
        list.parameter("q_bias", dim(stage));
        list.parameter("v_bias", dim(stage));
      }
      list.buffer("relative_coords_table", FLOAT32, 1, span, span, 2);
    } else {
      list.parameter("relative_position_bias_table", span * span, heads);
    }
    list.buffer("relative_position_index", INT64, window * window, window * window);
    if (swin instanceof SwinV2Config) {
      list.linear("cpb_mlp.0", 2, BIAS_NETWORK_WIDTH, true);
      list.linear("cpb_mlp.2", BIAS_NETWORK_WIDTH, heads, false);
    }
    boolean fusedBias = swin instanceof SwinConfig v1 && v1.qkvBias();
    list.linear("qkv", dim(stage), 3 * dim(stage), fusedBias);
    list.linear("proj", dim(stage), dim(stage), true);
  }
}
