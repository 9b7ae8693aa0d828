package io.simmim.core.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.weights.KeyRow.Making;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names as in MMPretrain's classes, which cannot be installed beside a current PyTorch. */
class MmPretrainNamesTest {

  private static Map<String, String> names(String golden) throws Exception {
    Map<String, String> names = new LinkedHashMap<>();
    ForeignNames.of(NameScheme.MMPRETRAIN, NameLists.golden(golden))
        .rows()
        .forEach(row -> names.put(row.official(), String.join(" ", row.others())));
    return names;
  }

  @Test
  void swinOfPretraining() throws Exception {
    Map<String, String> names = names("A_pretrain_swin/ckpt_epoch_0.pth");
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("encoder.mask_token", "backbone.mask_token");
    expected.put("encoder.patch_embed.proj.weight", "backbone.patch_embed.projection.weight");
    expected.put("encoder.patch_embed.norm.bias", "backbone.patch_embed.norm.bias");
    expected.put(
        "encoder.layers.2.blocks.1.attn.qkv.bias",
        "backbone.stages.2.blocks.1.attn.w_msa.qkv.bias");
    expected.put(
        "encoder.layers.2.blocks.1.mlp.fc1.weight",
        "backbone.stages.2.blocks.1.ffn.layers.0.0.weight");
    expected.put(
        "encoder.layers.2.blocks.1.mlp.fc2.bias", "backbone.stages.2.blocks.1.ffn.layers.1.bias");
    expected.put(
        "encoder.layers.0.downsample.norm.weight", "backbone.stages.0.downsample.norm.weight");
    expected.put("encoder.norm.weight", "backbone.norm3.weight");
    expected.put("decoder.0.weight", "neck.decoder.0.weight");
    expected.forEach((official, foreign) -> assertEquals(foreign, names.get(official)));
  }

  @Test
  void swinV2MergesAtTheBeginningOfAStageAndNormalisesAfterwards() throws Exception {
    Map<String, TensorData> official = NameLists.golden("C_finetune_swinv2/init.pth");
    ForeignNames foreign = ForeignNames.of(NameScheme.MMPRETRAIN, official);
    String norm = "backbone.stages.1.downsample.norm.weight";
    assertEquals(
        official.get("layers.0.downsample.norm.weight").view(), foreign.tensors().get(norm).view());
    KeyRow reduction =
        foreign.rows().stream()
            .filter(row -> row.official().equals("layers.1.downsample.reduction.weight"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("backbone.stages.2.downsample.reduction.weight"), reduction.others());
    assertEquals(Making.REORDERED, reduction.making());
    assertTrue(foreign.tensors().containsKey("backbone.norm2.bias"));
    assertTrue(foreign.tensors().containsKey("head.fc.weight"));
  }

  @Test
  void vitHasTheNormsOfBeit() throws Exception {
    Map<String, String> names = names("C_finetune_vit/init.pth");
    assertEquals("backbone.ln2.weight", names.get("fc_norm.weight"));
    assertEquals("backbone.layers.1.ln1.weight", names.get("blocks.1.norm1.weight"));
    assertEquals(
        "backbone.layers.1.attn.relative_position_bias_table",
        names.get("blocks.1.attn.relative_position_bias_table"));
    assertEquals("backbone.layers.0.gamma_2", names.get("blocks.0.gamma_2"));
    assertEquals("head.fc.bias", names.get("head.bias"));
  }

  @Test
  void oldFilesNameTheFinalNormWithoutNumberAndKeepShiftMasks() throws Exception {
    Map<String, TensorData> old =
        new LinkedHashMap<>(
            ForeignNames.of(NameScheme.MMPRETRAIN, NameLists.golden("C_finetune_swin/init.pth"))
                .tensors());
    old.put("backbone.norm.weight", old.remove("backbone.norm3.weight"));
    old.put("backbone.stages.0.blocks.1.attn.attn_mask", NameLists.counting(0, 4L, 16L, 16L));
    OfficialWeights official = OfficialWeights.of(old);
    assertEquals(List.of(), official.unmapped());
    assertTrue(official.tensors().containsKey("norm.weight"));
    assertTrue(official.tensors().containsKey("layers.0.blocks.1.attn_mask"));
  }
}
