package io.simmim.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import io.simmim.core.config.Precision;
import io.simmim.core.tensor.Autocast;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.Autograd;
import io.simmim.core.testing.PretrainingCase;
import io.simmim.core.testing.Tensors;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The golden models in bfloat16, against PyTorch 2.13 under {@code torch.autocast("cpu",
 * torch.bfloat16)} with the official order of operations and the same weights and images: its loss,
 * and how far its pixels and gradients are from those in 32 bits. On the machine where they were
 * made, pixels are equal bit for bit and gradients to 1.5e-4; elsewhere another order of sums may
 * round the other way.
 */
class AutocastModelTest {

  private static final double LOSS = 2e-4;
  private static final double ROUNDING = 0.25; // of the distance to 32 bits

  @ParameterizedTest
  @CsvSource({
    "A_pretrain_swin,           0.972830057144165,  0.07355805,  0.112454556",
    "A_pretrain_vit_shared_rpb, 1.0017271041870117, 0.029335856, 0.012121753"
  })
  void lossPixelsAndGradientsAreThoseOfPyTorchsAutocast(
      String name, double loss, double pixelDistance, double gradientDistance) throws Exception {
    try (var golden = new PretrainingCase(name, name + "/ckpt_epoch_0.pth")) {
      Map<String, NDArray> io = golden.arrays(name + "/io.npz");
      SimMim.Output output;
      try (Autocast cast = AutocastMode.of(Precision.BF16, golden.engine()).enter()) {
        NDArray mask = Tensors.float32(io.get("mask"));
        output = golden.model().forward(io.get("x"), mask, Pass.TRAINING);
      }
      Autograd.backward(output.loss());

      assertEquals(loss, output.loss().getFloat(), LOSS);
      assertEquals(
          pixelDistance,
          Tensors.maxDifference(output.reconstruction(), io.get("x_rec")),
          ROUNDING * pixelDistance);
      assertEquals(
          gradientDistance,
          relativeDistance(golden.model(), golden.arrays(name + "/grads.npz")),
          ROUNDING * gradientDistance);
    }
  }

  // |gradients - expected| / |expected|, over all parameters together
  private static double relativeDistance(SimMim model, Map<String, NDArray> expected) {
    double difference = 0;
    double norm = 0;
    for (var entry : model.parameters().parameters().entrySet()) {
      NDArray wanted = expected.get(entry.getKey());
      NDArray actual = Autograd.gradient(entry.getValue());
      difference += actual.sub(wanted).square().sum().getFloat();
      norm += wanted.square().sum().getFloat();
    }
    return Math.sqrt(difference / norm);
  }
}
