package io.simmim.core.pretrained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.pretrained.PretrainedWeights.Plan;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Measured;
import io.simmim.core.testing.NpzFile;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadPretrainedGoldenTest {

  private static final double INTERPOLATED = 2e-6;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "D_load_swin_from_finetuned",
        "D_load_swin_same_window",
        "D_load_swin_w6_to_w7",
        "D_load_swinv2_rpe_mlp_names",
        "D_load_swinv2_w3_to_w4",
        "D_load_vit_64_to_96",
        "D_load_vit_same_size"
      })
  void fillsAModelAsTheOfficialLoadingDoes(String name) throws Exception {
    LoadCase official = LoadCase.of(name);
    Plan plan = official.plan();
    for (String parameter : official.names("parameters_equal_to_checkpoint_tensor")) {
      TensorData loaded = plan.tensors().get(parameter);
      Measured.exactly(bytes(official.original(parameter)), bytes(loaded), name, "copied");
      assertEquals(Fate.COPIED, plan.fates().get(parameter), parameter);
    }
    assertOthersEqual(official, plan);
    assertEquals(
        official.names("parameters_not_loaded"), new TreeSet<>(plan.names(Fate.INITIALISED)));
    assertEquals(
        official.incompatible("unexpected_keys"), new TreeSet<>(plan.names(Fate.LEFTOVER)));
    assertTrue(plan.names(Fate.UNEXPECTED).isEmpty() && plan.names(Fate.REFUSED).isEmpty());
  }

  private static void assertOthersEqual(LoadCase official, Plan plan) {
    NpzFile others = Golden.npz(official.name() + "/model_params.npz");
    Set<String> notLoaded = official.names("parameters_not_loaded");
    for (String parameter : others.names()) {
      TensorData loaded = plan.tensors().get(parameter);
      if (parameter.equals("empty") || notLoaded.contains(parameter)) {
        assertEquals(null, loaded, parameter);
      } else {
        float[] expected = others.entry(parameter).floats();
        Measured.within(INTERPOLATED, expected, loaded.floats(), official.name(), "resized");
        assertEquals(official.target().tensors().get(parameter).shape(), loaded.shape());
      }
    }
  }

  private static byte[] bytes(TensorData tensor) {
    byte[] bytes = new byte[tensor.view().remaining()];
    tensor.view().get(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"D_load_swin_w6_to_w7", "D_load_swinv2_w3_to_w4", "D_load_vit_64_to_96"})
  void leavesTheBuffersOfTheModelAlone(String name) throws Exception {
    LoadCase official = LoadCase.of(name);
    Set<String> loaded = official.plan().tensors().keySet();
    Set<String> buffers = official.json().getAsJsonObject("buffer_shapes").keySet();
    assertFalse(buffers.isEmpty());
    assertTrue(buffers.stream().noneMatch(loaded::contains), () -> "loaded: " + loaded);
  }
}
