package io.simmim.core.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.model.FreeParameters;
import io.simmim.core.model.ParameterMap;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Optimizer and schedule of a fine-tuning checkpoint that the official code saved. */
class LayerDecayStateGoldenTest {

  private static final String CASE = "C_finetune_swin/";
  private static final DecayRule RULE =
      new DecayRule(Set.of("absolute_pos_embed"), Set.of("relative_position_bias_table"));

  private final JsonObject golden = Golden.json(CASE + "case.json");

  @Test
  void whatIsReadFromTheOfficialCheckpointIsWrittenBackUnchanged() throws Exception {
    ExperimentConfig config =
        new ConfigLoader().load(Golden.path(CASE + "config.yaml"), Overrides.none()).orThrow();
    TrainingCheckpoint official =
        CheckpointFile.open(Golden.path(CASE + "ckpt_epoch_1.pth")).training();
    var shapes = GoldenShapes.of(golden.getAsJsonObject("param_shapes"));
    Map<String, long[]> sides = new LinkedHashMap<>();
    shapes.forEach((name, shape) -> sides.put(name, shape.getShape()));
    var train = config.train();
    List<ParameterGroup> groups =
        ParameterGroups.finetuning(
            shapes,
            RULE,
            train.weightDecay(),
            LayerIds.swin(config.model().swin().depths()),
            train.layerDecay());
    int stepsPerEpoch = golden.get("n_iter_per_epoch").getAsInt();
    LrSchedule schedule = LrSchedule.of(train, LinearScaledLr.of(config, 1), stepsPerEpoch);
    List<Double> scales = groups.stream().map(ParameterGroup::lrScale).toList();
    try (TorchEngine engine = TorchEngine.start("cpu");
        ParameterMap parameters = FreeParameters.zeros(engine, sides);
        Optimizer optimizer = Optimizer.of(engine, parameters, groups, train.optimizer())) {
      optimizer.restore(official.optimizer());
      long last = 2L * stepsPerEpoch - 1;
      List<Double> lr = scales.stream().map(s -> schedule.afterStep(last, s)).toList();
      double base = LinearScaledLr.of(config, 1).base();
      List<Double> initial = scales.stream().map(s -> base * s).toList();

      Map<String, Object> ours = optimizer.capture(lr, initial);
      assertGroups((List<?>) official.optimizer().get("param_groups"), ours);
      assertState((Map<?, ?>) official.optimizer().get("state"), (Map<?, ?>) ours.get("state"));
      // Whole numbers come back from the file as long, whatever they were.
      assertEquals(official.lrScheduler().toString(), schedule.state(scales).toString());
    }
  }

  private static void assertGroups(List<?> official, Map<String, Object> ours) {
    List<?> groups = (List<?>) ours.get("param_groups");
    assertEquals(official.size(), groups.size());
    for (int g = 0; g < groups.size(); g++) {
      Map<?, ?> expected = (Map<?, ?>) official.get(g);
      Map<?, ?> actual = (Map<?, ?>) groups.get(g);
      assertEquals(new ArrayList<>(expected.keySet()), new ArrayList<>(actual.keySet()));
      for (Object field : expected.keySet()) {
        if (field.equals("lr")) {
          double lr = (Double) expected.get(field);
          assertEquals(lr, (Double) actual.get(field), 1e-12 * lr);
        } else {
          assertEquals(expected.get(field), actual.get(field), field.toString());
        }
      }
    }
  }

  private static void assertState(Map<?, ?> official, Map<?, ?> ours) {
    assertEquals(new ArrayList<>(official.keySet()), new ArrayList<>(ours.keySet()));
    official.forEach(
        (index, entry) ->
            ((Map<?, ?>) entry)
                .forEach(
                    (name, value) -> {
                      TensorData expected = (TensorData) value;
                      TensorData actual = (TensorData) ((Map<?, ?>) ours.get(index)).get(name);
                      assertEquals(expected.shape(), actual.shape());
                      assertEquals(expected.view(), actual.view());
                    }));
  }
}
