package io.simmim.core.model;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Ops;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.PretrainingCase;
import io.simmim.core.testing.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forward and backward against the official code, with the tolerances of the golden README. */
class PretrainingGoldenTest {

  private static final double OUTPUT = 1e-4;
  private static final double LOSS = 1e-5;
  private static final double GRADIENT = 1e-3;
  private static final double GRADIENT_NOISE = 1e-7;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A_pretrain_swin",
        "A_pretrain_swin_ape",
        "A_pretrain_vit_shared_rpb",
        "A_pretrain_vit_ape"
      })
  void featuresReconstructionLossAndEveryGradientAreTheOfficialOnes(String name) throws Exception {
    try (var golden = new PretrainingCase(name, name + "/ckpt_epoch_0.pth")) {
      Map<String, NDArray> io = golden.arrays(name + "/io.npz");
      NDArray x = io.get("x");
      NDArray mask = Tensors.float32(io.get("mask"));

      NDArray z = golden.model().encoder().forward(x, mask, true);
      SimMim.Output output = golden.model().forward(x, mask, true);
      Ops.backward(output.loss());

      assertEquals(0, Tensors.maxDifference(z, io.get("z")), OUTPUT);
      assertEquals(0, Tensors.maxDifference(output.reconstruction(), io.get("x_rec")), OUTPUT);
      double loss = Golden.json(name + "/case.json").get("loss").getAsDouble();
      assertEquals(loss, output.loss().getFloat(), LOSS);
      assertAll(gradientChecks(golden, golden.arrays(name + "/grads.npz")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A_pretrain_swin",
        "A_pretrain_swin_ape",
        "A_pretrain_vit_shared_rpb",
        "A_pretrain_vit_ape"
      })
  void stateDictHasTheOfficialNamesInTheOfficialOrder(String name) throws Exception {
    try (var golden = new PretrainingCase(name, name + "/ckpt_epoch_0.pth")) {
      assertEquals(
          new ArrayList<>(golden.checkpoint().model().keySet()),
          new ArrayList<>(golden.model().parameters().state().keySet()));
    }
  }

  private static List<Executable> gradientChecks(
      PretrainingCase golden, Map<String, NDArray> expected) {
    List<Executable> checks = new ArrayList<>();
    golden
        .model()
        .parameters()
        .parameters()
        .forEach(
            (name, parameter) ->
                checks.add(() -> gradientIs(name, Ops.gradient(parameter), expected.get(name))));
    return checks;
  }

  private static void gradientIs(String name, NDArray actual, NDArray expected) {
    double scale = Tensors.maxAbs(expected);
    if (name.endsWith("attn.qkv.bias")) {
      // The true gradient of the keys' bias is zero; what is there is rounding noise.
      long third = expected.size() / 3;
      assertGradient(name, actual.get(":" + third), expected.get(":" + third), scale);
      assertGradient(name, actual.get(2 * third + ":"), expected.get(2 * third + ":"), scale);
    } else {
      assertGradient(name, actual, expected, scale);
    }
  }

  private static void assertGradient(String name, NDArray actual, NDArray expected, double scale) {
    double difference = Tensors.maxDifference(actual, expected);
    assertTrue(
        difference <= GRADIENT * scale + GRADIENT_NOISE,
        () -> name + ": off by " + difference + " of " + scale);
  }
}
