package io.simmim.core.pretrained;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ModelType;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.pretrained.PretrainedWeights.Plan;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PretrainedWeightsTest {

  private static final String TABLE = "relative_position_bias_table";

  /** The encoder of a pre-training, as a model to load into; some shapes exchanged. */
  private static TargetModel likeEncoder(
      ModelType family, Map<String, ?> saved, Map<String, List<Long>> other) {
    Map<String, TargetModel.Tensor> tensors = new LinkedHashMap<>();
    saved.forEach(
        (name, value) -> {
          String own = name.replace("encoder.", "");
          TensorData data = (TensorData) value;
          if (name.startsWith("encoder.") && !own.equals("mask_token")) {
            List<Long> shape = other.getOrDefault(own, data.shape());
            boolean buffer = own.endsWith("index") || own.endsWith("attn_mask");
            tensors.put(own, new TargetModel.Tensor(shape, data.type(), buffer));
          }
        });
    return new TargetModel(family, tensors);
  }

  private static Map<String, Object> pretrained(String name) throws CheckpointException {
    return CheckpointFile.open(Golden.path(name + "/ckpt_epoch_0.pth")).training().model();
  }

  private static TargetModel with(TargetModel model, String name, Long... shape) {
    Map<String, TargetModel.Tensor> tensors = new LinkedHashMap<>(model.tensors());
    tensors.put(name, new TargetModel.Tensor(List.of(shape), ScalarType.FLOAT32, false));
    return new TargetModel(model.family(), tensors);
  }

  private static TargetModel without(TargetModel model, String part) {
    Map<String, TargetModel.Tensor> tensors = new LinkedHashMap<>(model.tensors());
    tensors.keySet().removeIf(name -> name.contains(part));
    return new TargetModel(model.family(), tensors);
  }

  private static Plan plan(Map<String, ?> saved, TargetModel target) throws CheckpointException {
    return PretrainedWeights.plan(saved, "x.pth", target, false);
  }

  private static String refusal(Map<String, ?> saved, TargetModel target) {
    return assertThrows(CheckpointException.class, () -> plan(saved, target)).getMessage();
  }

  private static boolean says(Plan plan, String text) {
    return plan.log().stream().anyMatch(sentence -> sentence.contains(text));
  }

  // D_load_errors/swin_nH_mismatch: the official code raises a size mismatch
  @Test
  void refusesTablesForAnotherNumberOfHeads() throws Exception {
    Map<String, Object> saved = pretrained("A_pretrain_swin");
    String table = "layers.0.blocks.0.attn." + TABLE;
    Map<String, List<Long>> other =
        Map.of(table, List.of(121L, 3L), "layers.0.blocks.1.attn." + TABLE, List.of(121L, 3L));
    TargetModel target = likeEncoder(ModelType.SWIN, saved, other);
    String message = refusal(saved, target);
    assertTrue(message.contains("fills 104 of the 106 parameters"), message);
    assertTrue(
        message.contains(table + " (its number of attention heads is 1, the model's 3)"), message);
    assertTrue(message.contains("--allow-partial"), message);

    Plan partial = PretrainedWeights.plan(saved, "x.pth", target, true);
    assertEquals(104, partial.tensors().size());
    assertEquals(Set.copyOf(other.keySet()), Set.copyOf(partial.names(Fate.REFUSED)));
    assertTrue(says(partial, "because those of the file do not fit: " + table), "" + partial.log());
  }

  // D_load_errors/swin_ape_other_size: the official code raises, as 3 rows bear no cubic spline
  @Test
  void resizesSmallTablesAndAbsolutePositionsOfSwin() throws Exception {
    Map<String, Object> saved = pretrained("A_pretrain_swin_ape");
    Map<String, List<Long>> other = new HashMap<>();
    other.put("absolute_pos_embed", List.of(1L, 64L, 4L));
    saved.forEach(
        (name, value) -> {
          if (name.endsWith(TABLE)) {
            List<Long> shape = ((TensorData) value).shape();
            other.put(name.replace("encoder.", ""), List.of(49L, shape.get(1)));
          }
        });
    Plan plan = plan(saved, likeEncoder(ModelType.SWIN, saved, other));
    assertEquals(Set.copyOf(other.keySet()), Set.copyOf(plan.names(Fate.INTERPOLATED)));
    String table = "layers.0.blocks.0.attn." + TABLE;
    float[] old = ((TensorData) saved.get("encoder." + table)).floats(); // 3 x 3, one head
    float[] resized = plan.tensors().get(table).floats(); // 7 x 7
    float[] centre = new float[9];
    for (int i = 0; i < 9; i++) {
      centre[i] = resized[(i / 3 + 2) * 7 + i % 3 + 2];
    }
    assertArrayEquals(old, centre, 1e-6f);
    assertEquals(old[0], resized[0], 1e-6f, "outside of what was learned, the edge goes on");
    assertTrue(says(plan, "by parabolas, as three rows bear no spline"), "" + plan.log());
    assertTrue(says(plan, "from 4 x 4 to 8 x 8 bicubically"), "" + plan.log());
  }

  // D_load_errors/vit_pretrained_without_shared_rpb: the official code raises a KeyError
  @Test
  void takesTheTablesOfTheBlocksWhereNoneIsShared() throws Exception {
    Map<String, Object> saved = pretrained("A_pretrain_vit_ape");
    Plan plan = plan(saved, likeEncoder(ModelType.VIT, saved, Map.of()));
    String table = "blocks.1.attn." + TABLE;
    assertEquals(
        ((TensorData) saved.get("encoder." + table)).view(), plan.tensors().get(table).view());
    assertEquals(List.of(), plan.names(Fate.INITIALISED));
  }

  // D_load_errors/vit_finetune_model_without_rpb: the official code raises a KeyError
  @Test
  void leavesTablesOutWhereTheModelHasNone() throws Exception {
    Map<String, Object> saved = pretrained("A_pretrain_vit_shared_rpb");
    TargetModel target = without(likeEncoder(ModelType.VIT, saved, Map.of()), "relative_position");
    Plan plan = plan(saved, target);
    assertEquals(target.tensors().size(), plan.tensors().size());
    assertTrue(says(plan, "no bias of relative positions"), "" + plan.log());
  }

  @Test
  void keepsASharedTableForAModelThatSharesOne() throws Exception {
    Map<String, Object> saved = pretrained("A_pretrain_vit_shared_rpb");
    Plan plan = plan(saved, likeEncoder(ModelType.VIT, saved, Map.of()));
    assertEquals(Fate.COPIED, plan.fates().get(TargetModel.SHARED_TABLE));
  }

  @Test
  void neverCountsASharedTableTwice() throws Exception {
    Map<String, Object> saved = pretrained("A_pretrain_vit_shared_rpb");
    String own = "blocks.0.attn." + TABLE;
    TargetModel both = with(likeEncoder(ModelType.VIT, saved, Map.of()), own, 52L, 4L);
    float[] shared = ((TensorData) saved.get("encoder." + TargetModel.SHARED_TABLE)).floats();
    Plan plan = plan(saved, both);
    assertArrayEquals(shared, plan.tensors().get(own).floats());
    assertArrayEquals(
        new float[shared.length], plan.tensors().get(TargetModel.SHARED_TABLE).floats());

    Map<String, Object> addsUp = new LinkedHashMap<>(saved);
    float[] ones = new float[shared.length];
    Arrays.fill(ones, 1);
    addsUp.put("encoder." + own, FloatTensor.of(List.of(52L, 4L), ones));
    Plan sum = plan(addsUp, without(both, "rel_pos_bias"));
    assertEquals(shared[5] + 1, sum.tensors().get(own).floats()[5]);
  }

  @Test
  void resizesPositionEmbeddingsOfVitAroundTheClassToken() throws Exception {
    Map<String, Object> saved = pretrained("A_pretrain_vit_ape");
    Map<String, List<Long>> other = new HashMap<>();
    other.put("pos_embed", List.of(1L, 37L, 12L));
    other.put("blocks.0.attn." + TABLE, List.of(124L, 2L));
    other.put("blocks.1.attn." + TABLE, List.of(124L, 2L));
    Plan plan = plan(saved, likeEncoder(ModelType.VIT, saved, other));
    float[] old = ((TensorData) saved.get("encoder.pos_embed")).floats();
    float[] resized = plan.tensors().get("pos_embed").floats();
    for (int channel = 0; channel < 12; channel++) {
      assertEquals(old[channel], resized[channel], "class token");
    }
    assertEquals(37 * 12, resized.length);
    assertTrue(says(plan, "from 4 x 4 to 6 x 6 bicubically: pos_embed."), "" + plan.log());
  }

  @Test
  void startsAHeadForOtherClassesAnewAndSaysSo() throws Exception {
    LoadCase official = LoadCase.of("D_load_swin_from_finetuned");
    TargetModel other = with(with(official.target(), "head.weight", 7L, 24L), "head.bias", 7L);
    Plan plan = plan(official.saved(), other);
    assertEquals(List.of("head.weight", "head.bias"), plan.names(Fate.INITIALISED));
    assertFalse(plan.tensors().containsKey("head.bias"));
    assertTrue(says(plan, "the head starts anew"), "" + plan.log());
  }

  @Test
  void looksThroughThePrefixOfParallelTraining() throws Exception {
    Map<String, Object> parallel = new LinkedHashMap<>();
    pretrained("A_pretrain_swin").forEach((name, value) -> parallel.put("module." + name, value));
    LoadCase official = LoadCase.of("D_load_swin_same_window");
    Plan plan = plan(parallel, official.target());
    assertEquals(official.plan().tensors().keySet(), plan.tensors().keySet());
    assertEquals(List.of("mask_token"), plan.names(Fate.LEFTOVER));
  }

  @Test
  void refusesToLeaveAnEncoderPartlyAtRandom() throws Exception {
    LoadCase official = LoadCase.of("D_load_swin_same_window");
    Map<String, Object> saved = new LinkedHashMap<>(official.saved());
    saved.keySet().removeIf(name -> name.contains("layers.2."));
    String message = refusal(saved, official.target());
    assertTrue(message.contains("fills 77 of the 106 parameters"), message);
    assertTrue(message.contains("missing: layers.2.blocks.0.norm1.weight"), message);
    assertTrue(message.contains("and 26 more"), message);
    Plan partial = PretrainedWeights.plan(saved, "x.pth", official.target(), true);
    assertEquals(77, partial.tensors().size());
    assertTrue(says(partial, "31 kept at initial values"), "" + partial.log());
  }

  @Test
  void refusesAFileInWhichNothingFitsWhateverIsAllowed() throws Exception {
    Map<String, Object> vit = pretrained("A_pretrain_vit_ape");
    vit = new LinkedHashMap<>(vit);
    vit.keySet().removeIf(name -> !name.contains("blocks"));
    TargetModel swin = LoadCase.of("D_load_swin_same_window").target();
    Map<String, Object> saved = vit;
    String message =
        assertThrows(
                CheckpointException.class,
                () -> PretrainedWeights.plan(saved, "vit.pth", swin, true))
            .getMessage();
    assertTrue(message.contains("'vit.pth' fills 0 of the 106"), message);
    assertTrue(message.endsWith("use a checkpoint of this kind of model."), message);
  }

  @Test
  void namesWhatADeeperModelLeavesOver() throws Exception {
    LoadCase official = LoadCase.of("D_load_swin_same_window");
    TargetModel shallower = without(official.target(), "layers.2.blocks.1.");
    Plan plan = plan(official.saved(), shallower);
    assertEquals(13, plan.names(Fate.UNEXPECTED).size());
    assertTrue(says(plan, "13 in the file and NOT used"), "" + plan.log());
  }

  @Test
  void refusesEntriesThatAreNoTensors() throws Exception {
    Map<String, Object> saved = new LinkedHashMap<>(pretrained("A_pretrain_swin"));
    saved.put("encoder.norm.weight", "surprise");
    String message = refusal(saved, LoadCase.of("D_load_swin_same_window").target());
    assertEquals("In checkpoint 'x.pth', encoder.norm.weight is not a tensor.", message);
  }

  @Test
  void refusesTensorsOfAnotherTypeOrShape() throws Exception {
    Map<String, Object> saved = pretrained("A_pretrain_swin");
    TargetModel target =
        likeEncoder(
            ModelType.SWIN, saved, Map.of("patch_embed.proj.weight", List.of(3L, 1L, 4L, 4L)));
    String message = refusal(saved, target);
    assertTrue(
        message.contains("patch_embed.proj.weight (it is [3, 3, 4, 4], the model's [3, 1, 4, 4])"),
        message);
  }
}
