package io.simmim.core.model;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonObject;
import io.simmim.core.tensor.Autograd;
import io.simmim.core.tensor.Losses;
import io.simmim.core.tensor.TopK;
import io.simmim.core.testing.FinetuningCase;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.GoldenGradients;
import io.simmim.core.testing.Measured;
import io.simmim.core.testing.Tensors;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classifiers against the official code, with the tolerances of the golden README. */
class FinetuningGoldenTest {

  private static final double OUTPUT = 1e-4;
  private static final double LOSS = 1e-5;

  @ParameterizedTest
  @ValueSource(strings = {"C_finetune_swin", "C_finetune_swinv2", "C_finetune_vit"})
  void featuresLogitsLossesAndEveryGradientAreTheOfficialOnes(String name) throws Exception {
    try (var golden = new FinetuningCase(name, name + "/init.pth")) {
      Map<String, NDArray> io = golden.arrays(name + "/io.npz");
      JsonObject expected = Golden.json(name + "/case.json");
      Encoder encoder = golden.model().encoder();
      NDArray features = encoder.pooled(encoder.tokens(io.get("x"), null, Pass.TRAINING));
      NDArray logits = golden.model().forward(io.get("x"), Pass.TRAINING);
      Losses losses = new Losses(golden.engine().script());
      NDArray loss = losses.softTargetCrossEntropy(logits, io.get("soft_targets"));
      Autograd.backward(loss);

      double vectors = Tensors.maxDifference(features, io.get("features"));
      Measured.within(OUTPUT, vectors, name, "features");
      Measured.within(OUTPUT, Tensors.maxDifference(logits, io.get("logits")), name, "logits");
      assertLoss(name, expected, "loss_soft_target", loss);
      NDArray labels = io.get("labels");
      assertLoss(name, expected, "loss_cross_entropy", losses.crossEntropy(logits, labels));
      double smoothing = expected.get("label_smoothing").getAsDouble();
      assertLoss(
          name,
          expected,
          "loss_label_smoothing",
          losses.labelSmoothingCrossEntropy(logits, labels, smoothing));
      assertEquals(expected.get("acc1").getAsDouble(), percent(logits, labels, 1));
      assertEquals(expected.get("acc5").getAsDouble(), percent(logits, labels, 5));
      assertAll(GoldenGradients.checks(name, golden.model(), golden.arrays(name + "/grads.npz")));
    }
  }

  private static void assertLoss(
      String name, JsonObject expected, String quantity, NDArray actual) {
    double difference = Math.abs(expected.get(quantity).getAsDouble() - actual.getFloat());
    Measured.within(LOSS, difference, name, quantity);
  }

  private static double percent(NDArray logits, NDArray labels, int k) {
    return 100.0 * TopK.correct(logits, labels.toLongArray(), k) / labels.size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C_finetune_swin", "C_finetune_swinv2", "C_finetune_vit"})
  void stateDictHasTheOfficialNamesInTheOfficialOrder(String name) throws Exception {
    try (var golden = new FinetuningCase(name, name + "/init.pth")) {
      assertEquals(
          new ArrayList<>(golden.checkpoint().model().keySet()),
          new ArrayList<>(golden.model().parameters().state().keySet()));
      assertEquals(
          Golden.json(name + "/case.json").get("n_parameters").getAsLong(),
          golden.model().parameters().size());
    }
  }
}
