package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.checkpoint.SavedFile;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import io.simmim.core.optim.ParameterGroup;
import io.simmim.core.optim.ParameterGroups;
import io.simmim.core.testing.FinetuningCase;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.GoldenCase;
import io.simmim.core.testing.PretrainingCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the official scripts saved, resumed and saved again: they find everything as it was. */
class OfficialCheckpointTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A_pretrain_swin",
        "A_pretrain_swin_ape",
        "A_pretrain_swinv2_normtarget",
        "A_pretrain_vit_ape",
        "A_pretrain_vit_shared_rpb"
      })
  void aPretrainingSavesWhatTheOfficialOneSaved(String name) throws Exception {
    String file = name + "/ckpt_epoch_0.pth";
    try (var golden = new PretrainingCase(name, file)) {
      double weightDecay = golden.config().train().weightDecay();
      assertSavedAgain(
          golden, file, ParameterGroups.pretraining(golden.model(), weightDecay), List.of());
    }
  }

  @Test
  void aFineTuningSavesWhatTheOfficialOneSaved() throws Exception {
    String file = "C_finetune_swin/ckpt_epoch_1.pth";
    try (var golden = new FinetuningCase("C_finetune_swin", file)) {
      assertSavedAgain(
          golden,
          file,
          ParameterGroups.finetuning(golden.model(), golden.config()),
          List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    }
  }

  private void assertSavedAgain(
      GoldenCase<?> golden, String file, List<ParameterGroup> groups, List<String> classes)
      throws Exception {
    Map<?, ?> official = tree(Golden.path(file));
    int steps = stepsPerEpoch(official, golden.config().train().epochs());
    Path again = folder.resolve("again.pth");
    try (var state =
        new TrainState(golden.engine(), golden.config(), golden.model(), groups, steps)) {
      state.restore(golden.checkpoint());
      Position next = golden.checkpoint().next(steps);
      state.save(again, next, golden.checkpoint().maxAccuracy(), classes);
    }
    Map<?, ?> ours = tree(again);
    for (String key :
        List.of("model", "optimizer", "lr_scheduler", "max_accuracy", "epoch", "scaler")) {
      if (official.containsKey(key)) {
        assertSame(key, official.get(key), ours.get(key));
      }
    }
  }

  private static int stepsPerEpoch(Map<?, ?> official, int epochs) {
    Map<?, ?> schedule = (Map<?, ?>) official.get("lr_scheduler");
    long total = ((Number) schedule.get("t_initial")).longValue();
    boolean prefix = Boolean.TRUE.equals(schedule.get("warmup_prefix"));
    long warmup = ((Number) schedule.get("warmup_t")).longValue();
    return Math.toIntExact((total + (prefix ? warmup : 0)) / epochs);
  }

  private static Map<?, ?> tree(Path file) throws Exception {
    return (Map<?, ?>) SavedFile.read(file).root();
  }

  private static void assertSame(String at, Object official, Object ours) {
    if (official instanceof TensorData tensor) {
      assertEquals(tensor.shape(), ((TensorData) ours).shape(), at);
      assertEquals(tensor.view(), ((TensorData) ours).view(), at);
    } else if (official instanceof Map<?, ?> map) {
      Map<?, ?> other = (Map<?, ?>) ours;
      assertEquals(sorted(map), sorted(other), at);
      map.forEach((key, value) -> assertSame(at + "." + key, value, other.get(key)));
    } else if (official instanceof List<?> list) {
      assertEquals(list.size(), ((List<?>) ours).size(), at);
      for (int i = 0; i < list.size(); i++) {
        assertSame(at + "[" + i + "]", list.get(i), ((List<?>) ours).get(i));
      }
    } else if (official instanceof Double number) {
      double tolerance = 1e-12 * Math.abs(number);
      assertEquals(number, ((Number) ours).doubleValue(), tolerance, at);
    } else if (official instanceof Number number) {
      assertEquals(number.doubleValue(), ((Number) ours).doubleValue(), at);
    } else {
      assertEquals(official, ours, at);
    }
  }

  // The order of the model's tensors counts, that of the other entries does not.
  private static List<String> sorted(Map<?, ?> map) {
    List<String> keys = new ArrayList<>();
    map.keySet().forEach(key -> keys.add(String.valueOf(key)));
    boolean tensors = map.values().stream().allMatch(TensorData.class::isInstance);
    if (!tensors) {
      keys.sort(null);
    }
    return keys;
  }
}
