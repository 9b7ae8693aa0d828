package io.simmim.core.doctor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.Precision;
import io.simmim.core.fault.EngineException;
import io.simmim.core.tensor.Autocast;
import io.simmim.core.tensor.AutocastMode;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * One linear layer of numbers between -1 and 1, large enough for the fast way of {@link
 * io.simmim.core.tensor.DenseLayers}, compared with the same sums in Java.
 */
final class MatrixTrial {

  private static final int N = 256;
  private static final int SEED = 7;

  /**
   * Largest differences that rounding explains, relative to the largest value of the product (about
   * 30): float32 sums in any order, and factors that were rounded to bf16's 8 bits.
   */
  private static final double FLOAT_TOLERANCE = 1e-5;

  private static final double BF16_TOLERANCE = 2e-2;

  private MatrixTrial() {}

  /**
   * What came out.
   *
   * @param error of the fp32 product, relative
   * @param bf16Error of the bf16 product; empty when the engine has no autocast
   */
  record Outcome(String device, boolean oneDnn, double error, Optional<Double> bf16Error) {

    boolean isRight() {
      return error <= FLOAT_TOLERANCE;
    }

    private boolean isBf16Right() {
      return bf16Error.isPresent() && bf16Error.get() <= BF16_TOLERANCE;
    }

    Finding finding() {
      String product = "a product of two %d x %d matrices".formatted(N, N);
      if (!isRight()) {
        return Finding.fault(
            Trials.TOPIC,
            format("%s computes wrongly: %s is off by %.1e.", device, product, error),
            "Use another build of PyTorch; the device may also be broken.");
      }
      String right =
          format("%s computes: %s equals Java's within %.1e%s", device, product, error, how());
      return isBf16Right()
          ? Finding.good(
              Trials.TOPIC, right + format(", in bf16 within %.1e.", bf16Error.orElseThrow()))
          : Finding.note(
              Trials.TOPIC,
              right + "; bf16 is not possible with this library.",
              "Train with --precision fp32.");
    }

    private String how() {
      if (!device.equals("cpu")) {
        return "";
      }
      return oneDnn ? " by oneDNN" : " without oneDNN, which this library lacks";
    }
  }

  static Outcome on(String device) throws EngineException {
    float[] x = numbers(SEED);
    float[] weight = numbers(SEED + 1);
    double[] expected = product(x, weight);
    try (TorchEngine engine = TorchEngine.start(device);
        Scope scope = Scope.open()) {
      engine.enterThread(false);
      AutocastMode.of(Precision.FP32, engine); // no TF32
      float[] fp32 = linear(engine, x, weight);
      return new Outcome(
          engine.deviceName(),
          engine.dense().usesOneDnn(),
          error(fp32, expected),
          bf16(engine, x, weight).map(bf16 -> error(bf16, expected)));
    }
  }

  private static Optional<float[]> bf16(TorchEngine engine, float[] x, float[] weight) {
    try {
      AutocastMode mode = AutocastMode.of(Precision.BF16, engine);
      NDManager manager = engine.manager();
      NDArray y;
      try (Autocast cast = mode.enter()) {
        y =
            engine
                .script()
                .float32(
                    engine
                        .dense()
                        .linear(
                            manager.create(x, new Shape(N, N)),
                            manager.create(weight, new Shape(N, N)),
                            null));
      }
      return Optional.of(y.toFloatArray());
    } catch (EngineException e) {
      return Optional.empty();
    }
  }

  private static float[] linear(TorchEngine engine, float[] x, float[] weight) {
    NDManager manager = engine.manager();
    return engine
        .dense()
        .linear(manager.create(x, new Shape(N, N)), manager.create(weight, new Shape(N, N)), null)
        .toFloatArray();
  }

  private static float[] numbers(int seed) {
    Random random = new Random(seed);
    float[] numbers = new float[N * N];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = 2 * random.nextFloat() - 1;
    }
    return numbers;
  }

  /** {@code x W^T}. */
  private static double[] product(float[] x, float[] weight) {
    double[] y = new double[N * N];
    for (int row = 0; row < N; row++) {
      for (int column = 0; column < N; column++) {
        double sum = 0;
        for (int k = 0; k < N; k++) {
          sum += (double) x[row * N + k] * weight[column * N + k];
        }
        y[row * N + column] = sum;
      }
    }
    return y;
  }

  private static double error(float[] actual, double[] expected) {
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < actual.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      difference = Math.max(difference, Math.abs(actual[i] - expected[i])); // a NaN stays
    }
    return difference / largest;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
