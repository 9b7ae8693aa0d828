package io.simmim.core.weights;

import static io.simmim.core.weights.NameLists.content;
import static io.simmim.core.weights.NameLists.counting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.weights.KeyRow.Making;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialWeightsTest {

  private static final String ATTENTION = "swin.encoder.layers.0.blocks.0.attention.self.";
  private static final String QKV = "encoder.layers.0.blocks.0.attn.qkv.weight";

  private static Map<String, TensorData> renamed(
      Map<String, TensorData> tensors, UnaryOperator<String> names) {
    Map<String, TensorData> renamed = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> renamed.put(names.apply(name), tensor));
    return renamed;
  }

  private static KeyRow row(OfficialWeights weights, String official) {
    return weights.rows().stream()
        .filter(row -> row.official().equals(official))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void officialFilesKeepTheirNamesAndOrder() throws Exception {
    Map<String, TensorData> saved = NameLists.golden("A_pretrain_swin/ckpt_epoch_0.pth");
    OfficialWeights weights = OfficialWeights.of(saved);
    assertEquals(NameScheme.OFFICIAL, weights.scheme());
    assertEquals(new ArrayList<>(saved.keySet()), new ArrayList<>(weights.tensors().keySet()));
    assertTrue(weights.rows().stream().allMatch(row -> row.making() == Making.SAME));
  }

  @Test
  void theBiasNetworkOfFirstFilesHasItsNameOfToday() throws Exception {
    Map<String, TensorData> saved =
        NameLists.golden("A_pretrain_swinv2_normtarget/ckpt_epoch_0.pth");
    OfficialWeights old =
        OfficialWeights.of(renamed(saved, name -> name.replace("cpb_mlp", "rpe_mlp")));
    assertEquals(content(saved), content(old.tensors()));
    KeyRow row = row(old, "encoder.layers.0.blocks.0.attn.cpb_mlp.2.weight");
    assertEquals(List.of("encoder.layers.0.blocks.0.attn.rpe_mlp.2.weight"), row.others());
    assertEquals(Making.RENAMED, row.making());
  }

  @ParameterizedTest
  @ValueSource(strings = {"module.", "_orig_mod.", "module._orig_mod.", "model.", "model.module."})
  void wrappersAreTakenOff(String wrapper) throws Exception {
    for (String list : List.of("hf5-swin-mim", "timm-swin", "hf5-swinv2-classifier")) {
      Map<String, TensorData> plain = NameLists.tensors(list);
      OfficialWeights wrapped = OfficialWeights.of(renamed(plain, wrapper::concat));
      assertEquals(OfficialWeights.of(plain).scheme(), wrapped.scheme());
      assertEquals(content(OfficialWeights.of(plain).tensors()), content(wrapped.tensors()));
    }
  }

  @Test
  void modelIsNoWrapperWhereANameIsWithoutIt() throws Exception {
    Map<String, TensorData> saved =
        renamed(NameLists.golden("C_finetune_vit/init.pth"), "model."::concat);
    saved.put("loss.weight", counting(0, 2L));
    assertTrue(OfficialWeights.of(saved).tensors().containsKey("model.head.weight"));
  }

  @Test
  void queryKeyAndValueAreJoinedInThisOrder() throws Exception {
    Map<String, TensorData> saved = NameLists.tensors("hf5-swin-mim");
    OfficialWeights weights = OfficialWeights.of(saved);
    List<String> parts =
        List.of(ATTENTION + "query.weight", ATTENTION + "key.weight", ATTENTION + "value.weight");
    assertEquals(
        new KeyRow(QKV, parts, ScalarType.FLOAT32, List.of(18L, 6L), Making.JOINED),
        row(weights, QKV));
    ByteBuffer whole = weights.tensors().get(QKV).view();
    for (int i = 0; i < 3; i++) {
      ByteBuffer part = saved.get(parts.get(i)).view();
      assertEquals(part, whole.slice(i * part.remaining(), part.remaining()));
    }
  }

  @Test
  void onlyWhatIsAskedForIsMade() throws Exception {
    Map<String, TensorData> made = OfficialWeights.of(NameLists.tensors("hf5-swin-mim")).tensors();
    assertTrue(made.containsKey(QKV));
    assertNotSame(made.get(QKV).bytes(), made.get(QKV).bytes(), "a joined tensor was kept");
    String kept = "encoder.norm.weight";
    assertSame(made.get(kept), made.get(kept));
  }

  @Test
  void aMissingPartLeavesTheOthersWithoutOfficialName() throws Exception {
    Map<String, TensorData> saved = NameLists.tensors("hf5-swin-mim");
    saved.remove(ATTENTION + "key.weight");
    OfficialWeights weights = OfficialWeights.of(saved);
    assertEquals(
        List.of(ATTENTION + "query.weight", ATTENTION + "value.weight"), weights.unmapped());
    assertFalse(weights.tensors().containsKey(QKV));
  }

  @Test
  void partsThatDifferLeaveAllWithoutOfficialName() throws Exception {
    ByteBuffer zeros = ByteBuffer.allocate(6 * 6 * 2);
    List<TensorData> strange =
        List.of(
            counting(0, 6L, 5L),
            counting(0, 36L),
            new TensorData(ScalarType.FLOAT16, List.of(6L, 6L), zeros),
            counting(0, 0L, 1L << 40),
            TensorData.scalar(1));
    for (TensorData key : strange) {
      Map<String, TensorData> saved = NameLists.tensors("hf5-swin-mim");
      saved.put(ATTENTION + "key.weight", key);
      OfficialWeights weights = OfficialWeights.of(saved);
      assertEquals(3, weights.unmapped().size());
      assertFalse(weights.tensors().containsKey(QKV));
    }
  }

  @Test
  void scalarsInAnyPlaceAreHarmless() throws Exception {
    for (String list : List.of("hf5-swin-mim", "hf5-swinv2-mim", "hf5-beit-alone", "timm-swin")) {
      Map<String, TensorData> saved = NameLists.tensors(list);
      saved.replaceAll((name, tensor) -> TensorData.scalar(3));
      Map<String, TensorData> official = OfficialWeights.of(saved).tensors();
      for (NameScheme scheme : NameScheme.values()) {
        ForeignNames foreign = ForeignNames.of(scheme, official);
        Map<String, TensorData> back = OfficialWeights.of(foreign.tensors()).tensors();
        back.forEach((name, tensor) -> assertEquals(List.of(), tensor.shape(), name));
      }
    }
  }

  @Test
  void aSecondTensorOfTheSameMeaningIsNotTaken() throws Exception {
    Map<String, TensorData> saved = NameLists.tensors("hf5-swin-mim");
    TensorData first = saved.get("swin.layernorm.weight");
    saved.put("module.swin.layernorm.weight", counting(0, 12L));
    saved.put("swin.encoder.layers.0.blocks.0.attention.q_proj.weight", counting(0, 6L, 6L));
    OfficialWeights weights = OfficialWeights.of(saved);
    assertEquals(
        List.of(
            "module.swin.layernorm.weight",
            "swin.encoder.layers.0.blocks.0.attention.q_proj.weight"),
        weights.unmapped());
    assertEquals(first, weights.tensors().get("encoder.norm.weight"));
    assertTrue(weights.tensors().containsKey(QKV));
  }

  @Test
  void namesThatTheSchemeDoesNotKnowAreListed() throws Exception {
    Map<String, TensorData> saved = NameLists.tensors("hf5-beit-classifier");
    List<String> strange =
        List.of(
            "beit.encoder.layer.0.attention.attention.key.bias",
            "beit.encoder.layer.00.lambda_1",
            "beit.encoder.layer.99999999999999999999.lambda_1",
            "beit.encoder.layer.-1.lambda_1",
            "lm_head.weight",
            "beit.",
            "",
            "..",
            "beit.encoder.layer.0.lambda_1\u0000");
    strange.forEach(name -> saved.put(name, counting(0, 6L)));
    assertEquals(strange, OfficialWeights.of(saved).unmapped());
  }

  @Test
  void data2VecHasTheNamesOfBeit() throws Exception {
    Map<String, TensorData> beit = NameLists.tensors("hf5-beit-classifier");
    Map<String, TensorData> data2Vec =
        renamed(beit, name -> name.replace("beit.", "data2vec_vision."));
    assertEquals(
        content(OfficialWeights.of(beit).tensors()),
        content(OfficialWeights.of(data2Vec).tensors()));
  }

  // BeitForMaskedImageModeling normalises outside of its BeitModel.
  @Test
  void theFinalNormOfBeitMayStandOutside() throws Exception {
    Map<String, TensorData> beit =
        renamed(
            NameLists.tensors("hf5-beit-alone"),
            name -> name.startsWith("layernorm.") ? name : "beit." + name);
    OfficialWeights weights = OfficialWeights.of(beit);
    assertEquals(List.of(), weights.unmapped());
    assertTrue(weights.tensors().containsKey("encoder.norm.weight"));
    assertTrue(weights.tensors().containsKey("encoder.rel_pos_bias.relative_position_bias_table"));
  }

  @Test
  void endlessNamesStayWhatTheyAre() {
    List<String> endless =
        List.of("module.".repeat(300_000), "layers.0.blocks.".repeat(100_000), ".".repeat(999_999));
    Map<String, TensorData> saved = new LinkedHashMap<>();
    endless.forEach(name -> saved.put(name + "x", counting(0, 2L)));
    OfficialWeights weights = OfficialWeights.of(saved);
    assertEquals(NameScheme.OFFICIAL, weights.scheme());
    assertEquals(
        List.of("x", endless.get(1) + "x", endless.get(2) + "x"),
        List.copyOf(weights.tensors().keySet()));
    assertEquals(3, ForeignNames.of(NameScheme.HUGGING_FACE, weights.tensors()).unmapped().size());
  }

  @Test
  void unknownModelsKeepTheirNames() {
    Map<String, TensorData> saved = new LinkedHashMap<>();
    saved.put("stem.0.weight", counting(0, 2L));
    saved.put("stages.0.blocks.0.conv_dw.weight", counting(0, 2L));
    saved.put("head.fc.weight", counting(0, 2L));
    OfficialWeights weights = OfficialWeights.of(saved);
    assertEquals(NameScheme.OFFICIAL, weights.scheme());
    assertEquals(saved.keySet(), weights.tensors().keySet());
    assertEquals(List.of(), weights.unmapped());
  }

  @Test
  void nothingIsNoProblem() {
    assertEquals(List.of(), OfficialWeights.of(Map.of()).rows());
    for (NameScheme scheme : NameScheme.values()) {
      assertEquals(Map.of(), ForeignNames.of(scheme, Map.of()).tensors());
    }
  }

  @Test
  void officialNamesOfSwinAreNotTakenForThoseOfTimm() throws Exception {
    Map<String, TensorData> saved = NameLists.golden("C_finetune_swin/init.pth");
    saved.remove("layers.1.downsample.reduction.weight");
    assertEquals(NameScheme.OFFICIAL, OfficialWeights.of(saved).scheme());
    saved.remove("head.weight");
    assertEquals(NameScheme.OFFICIAL, OfficialWeights.of(saved).scheme());
  }

  @Test
  void shuffledAndThinnedFilesAreNoWorse() throws Exception {
    Random random = new Random(1);
    for (String list : List.of("hf4-swin-mim", "hf5-beit-alone", "timm-swinv2")) {
      Map<String, TensorData> whole = NameLists.tensors(list);
      Map<String, Object> expected = content(OfficialWeights.of(whole).tensors());
      for (int round = 0; round < 50; round++) {
        List<String> names = new ArrayList<>(whole.keySet());
        Collections.shuffle(names, random);
        Map<String, TensorData> some = new LinkedHashMap<>();
        names.stream().limit(names.size() * 3 / 4).forEach(n -> some.put(n, whole.get(n)));
        OfficialWeights weights = OfficialWeights.of(some);
        int sources = weights.rows().stream().mapToInt(row -> row.others().size()).sum();
        assertEquals(some.size(), sources + weights.unmapped().size());
        if (weights.tensors().keySet().stream().allMatch(expected::containsKey)) {
          Map<String, Object> found = content(weights.tensors());
          found.forEach((name, content) -> assertEquals(expected.get(name), content, name));
        }
      }
    }
  }
}
