package io.simmim.core.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Measured;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fine-tuning groups against those that the official code makes of the official models. */
class LayerDecayGoldenTest {

  private static final String GROUPS = "F_optimizer_groups";

  private static ExperimentConfig load(Path file) throws Exception {
    return new ConfigLoader().load(file, Overrides.none()).orThrow();
  }

  private static List<ParameterGroup> groups(
      ExperimentConfig config, Map<String, Shape> parameters, DecayRule rule) {
    return ParameterGroups.finetuning(
        parameters,
        rule,
        config.train().weightDecay(),
        LayerIds.of(config.model()),
        config.train().layerDecay());
  }

  private static void assertHyperparameters(JsonObject expected, ParameterGroup group) {
    assertEquals(expected.get("group_name").getAsString(), group.name());
    double decay = expected.get("weight_decay").getAsDouble();
    Measured.exactly(decay, group.weightDecay(), GROUPS, "weight decay of groups");
    double scale = expected.get("lr_scale").getAsDouble();
    Measured.exactly(scale, group.lrScale(), GROUPS, "lr scale of groups");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C_finetune_swin", "C_finetune_swinv2", "C_finetune_vit"})
  void everyGroupHasTheOfficialNameScaleAndParametersInOrder(String name) throws Exception {
    JsonObject golden = Golden.json(name + "/case.json");
    ExperimentConfig config = load(Golden.path(name + "/config.yaml"));
    Set<String> keywords =
        switch (config.model().type()) {
          case SWIN -> Set.of("relative_position_bias_table");
          case SWINV2 -> Set.of("cpb_mlp", "logit_scale", "relative_position_bias_table");
          case VIT -> Set.of();
        };
    Set<String> names = Set.of("absolute_pos_embed", "cls_token", "pos_embed");
    List<ParameterGroup> groups =
        groups(
            config,
            GoldenShapes.of(golden.getAsJsonObject("param_shapes")),
            new DecayRule(names, keywords));

    JsonArray expected = golden.getAsJsonArray("layer_decay_param_groups");
    assertEquals(expected.size(), groups.size());
    double base = LinearScaledLr.of(config, 1).base();
    for (int g = 0; g < groups.size(); g++) {
      JsonObject group = expected.get(g).getAsJsonObject();
      assertHyperparameters(group, groups.get(g));
      assertEquals(group.get("initial_lr").getAsDouble(), base * groups.get(g).lrScale());
      List<String> members =
          group.getAsJsonArray("params").asList().stream().map(JsonElement::getAsString).toList();
      assertEquals(members, groups.get(g).names());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simmim_finetune__swin_base__img192_window6__100ep",
        "simmim_finetune__vit_base__img224__800ep"
      })
  void theOfficialConfigurationsGiveEveryParameterItsOfficialGroup(String name) throws Exception {
    JsonObject golden = Golden.json("F_optimizer_groups/" + name + ".json");
    JsonObject parameters = golden.getAsJsonObject("params");
    var rule =
        new DecayRule(
            GoldenShapes.words(golden.getAsJsonArray("no_weight_decay")),
            GoldenShapes.words(golden.getAsJsonArray("no_weight_decay_keywords")));
    Path file = Path.of("..").resolve(golden.get("config").getAsString());
    List<ParameterGroup> groups = groups(load(file), GoldenShapes.of(parameters), rule);

    JsonArray expected = golden.getAsJsonArray("groups");
    assertEquals(expected.size(), groups.size());
    List<String> all = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      JsonObject group = expected.get(g).getAsJsonObject();
      assertHyperparameters(group, groups.get(g));
      assertEquals(group.get("n_tensors").getAsInt(), groups.get(g).names().size());
      for (String parameter : groups.get(g).names()) {
        JsonObject fields = parameters.getAsJsonObject(parameter);
        Measured.exactly(fields.get("group").getAsInt(), g, GROUPS, "group of a parameter");
        assertEquals(fields.get("lr_scale").getAsDouble(), groups.get(g).lrScale(), parameter);
        assertEquals(fields.get("weight_decay").getAsDouble(), groups.get(g).weightDecay());
      }
      all.addAll(groups.get(g).names());
    }
    assertEquals(parameters.size(), all.size());
  }

  @ParameterizedTest
  @CsvSource({
    "patch_embed.proj.weight, 0",
    "layers.0.blocks.1.attn.qkv.weight, 2",
    "layers.0.downsample.reduction.weight, 2",
    "layers.1.blocks.0.norm1.weight, 3",
    "layers.1.downsample.norm.bias, 5",
    "layers.2.blocks.0.mlp.fc1.weight, 6",
    "absolute_pos_embed, 7",
    "norm.weight, 7",
    "head.bias, 7"
  })
  void aSwinCountsBlocksOverItsStages(String name, int layer) {
    assertEquals(layer, LayerIds.swin(List.of(2, 3, 1)).of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "cls_token, 0",
    "pos_embed, 0",
    "patch_embed.proj.bias, 0",
    "blocks.10.gamma_1, 11",
    "rel_pos_bias.relative_position_bias_table, 13",
    "fc_norm.weight, 13",
    "head.weight, 13"
  })
  void aVitHasClassTokenAndPositionsBelowItsBlocks(String name, int layer) {
    assertEquals(layer, LayerIds.vit(12).of(name));
  }

  @Test
  void withoutLayerDecayEveryGroupHasTheFullRate() {
    List<ParameterGroup> groups =
        ParameterGroups.finetuning(
            Map.of("head.weight", new Shape(10, 4)),
            new DecayRule(Set.of(), Set.of()),
            0.05,
            LayerIds.vit(12),
            1);
    assertEquals(
        List.of(new ParameterGroup("layer_13_decay", List.of("head.weight"), 0.05, 1)), groups);
  }
}
