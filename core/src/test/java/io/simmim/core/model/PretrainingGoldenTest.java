package io.simmim.core.model;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import io.simmim.core.tensor.Autograd;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.GoldenGradients;
import io.simmim.core.testing.Measured;
import io.simmim.core.testing.PretrainingCase;
import io.simmim.core.testing.Tensors;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forward and backward against the official code, with the tolerances of the golden README. */
class PretrainingGoldenTest {

  private static final double OUTPUT = 1e-4;
  private static final double LOSS = 1e-5;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A_pretrain_swin",
        "A_pretrain_swin_ape",
        "A_pretrain_swinv2_normtarget",
        "A_pretrain_vit_shared_rpb",
        "A_pretrain_vit_ape"
      })
  void featuresReconstructionLossAndEveryGradientAreTheOfficialOnes(String name) throws Exception {
    try (var golden = new PretrainingCase(name, name + "/ckpt_epoch_0.pth")) {
      Map<String, NDArray> io = golden.arrays(name + "/io.npz");
      NDArray x = io.get("x");
      NDArray mask = Tensors.float32(io.get("mask"));

      Encoder encoder = golden.model().encoder();
      NDArray z = encoder.featureMap(encoder.tokens(x, mask, Pass.TRAINING));
      SimMim.Output output = golden.model().forward(x, mask, Pass.TRAINING);
      Autograd.backward(output.loss());

      Measured.within(OUTPUT, Tensors.maxDifference(z, io.get("z")), name, "z");
      double picture = Tensors.maxDifference(output.reconstruction(), io.get("x_rec"));
      Measured.within(OUTPUT, picture, name, "x_rec");
      double loss = Golden.json(name + "/case.json").get("loss").getAsDouble();
      Measured.within(LOSS, Math.abs(loss - output.loss().getFloat()), name, "loss");
      assertAll(GoldenGradients.checks(name, golden.model(), golden.arrays(name + "/grads.npz")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A_pretrain_swin",
        "A_pretrain_swin_ape",
        "A_pretrain_swinv2_normtarget",
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

  @Test
  void theNormalisedTargetIsTheOfficialOneAndGoesBackToPixels() throws Exception {
    String name = "A_pretrain_swinv2_normtarget";
    try (var golden = new PretrainingCase(name, name + "/ckpt_epoch_0.pth")) {
      Map<String, NDArray> io = golden.arrays(name + "/io.npz");
      NDArray x = io.get("x");
      NDArray target = golden.model().target().of(x);
      double difference = Tensors.maxDifference(target.get(":1"), io.get("target_of_sample_0"));
      Measured.within(OUTPUT, difference, name, "target");
      NDArray back = golden.model().target().pixels(target, x);
      assertEquals(0, Tensors.maxDifference(back, x), 1e-5);
    }
  }

  @Test
  void withoutTheOptionTheSameWeightsHaveTheOfficialLossOnRawPixels() throws Exception {
    String name = "A_pretrain_swinv2_normtarget";
    try (var golden = new PretrainingCase(name, name + "/ckpt_epoch_0.pth");
        SimMim raw =
            Models.simMim(
                golden.engine(),
                golden.config().with("MODEL.SIMMIM.NORM_TARGET.ENABLE", false),
                0)) {
      StateDict.load(golden.engine(), raw.parameters(), golden.checkpoint().model());
      Map<String, NDArray> io = golden.arrays(name + "/io.npz");
      NDArray mask = Tensors.float32(io.get("mask"));
      double loss = raw.forward(io.get("x"), mask, Pass.INFERENCE).loss().getFloat();
      double official =
          Golden.json(name + "/case.json").get("loss_without_norm_target").getAsDouble();
      Measured.within(LOSS, Math.abs(official - loss), name, "loss without norm target");
    }
  }
}
