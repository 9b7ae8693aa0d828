package io.simmim.core.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Measured;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two groups of pre-training, from names and shapes alone, so that large models are cheap. */
class PretrainingGroupsGoldenTest {

  private static final double WEIGHT_DECAY = 0.05;
  private static final String GROUPS = "F_optimizer_groups";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simmim_pretrain__swin_base__img192_window6__100ep",
        "simmim_pretrain__swin_large__img192_window12__800ep",
        "simmim_pretrain__swinv2_base__img192_window12__800ep",
        "simmim_pretrain__vit_base__img224__800ep"
      })
  void everyParameterIsInItsOfficialGroup(String name) {
    JsonObject golden = Golden.json("F_optimizer_groups/" + name + ".json");
    JsonObject parameters = golden.getAsJsonObject("params");
    List<ParameterGroup> groups =
        ParameterGroups.pretraining(
            GoldenShapes.of(parameters),
            GoldenShapes.words(golden.getAsJsonArray("no_weight_decay")),
            WEIGHT_DECAY);
    JsonArray expected = golden.getAsJsonArray("groups");
    assertEquals(2, groups.size());
    for (int g = 0; g < 2; g++) {
      ParameterGroup group = groups.get(g);
      JsonObject official = expected.get(g).getAsJsonObject();
      double decay = official.get("weight_decay").getAsDouble();
      Measured.exactly(decay, group.weightDecay(), GROUPS, "weight decay of groups");
      assertEquals(official.get("n_tensors").getAsInt(), group.names().size());
      for (String parameter : group.names()) {
        JsonObject fields = parameters.getAsJsonObject(parameter);
        Measured.exactly(fields.get("group").getAsInt(), g, GROUPS, "group of a parameter");
        assertEquals(1.0, group.lrScale());
      }
    }
  }
}
