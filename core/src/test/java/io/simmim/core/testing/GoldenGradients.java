package io.simmim.core.testing;

import ai.djl.ndarray.NDArray;
import io.simmim.core.model.Network;
import io.simmim.core.tensor.Autograd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** Compares the gradient of every parameter, with the tolerance of the golden README. */
public final class GoldenGradients {

  private static final double RELATIVE = 1e-3;
  private static final double NOISE = 1e-7;

  private GoldenGradients() {}

  /** A check a parameter, to be run together. */
  public static List<Executable> checks(
      String golden, Network network, Map<String, NDArray> expected) {
    List<Executable> checks = new ArrayList<>();
    network
        .parameters()
        .parameters()
        .forEach(
            (name, parameter) ->
                checks.add(
                    () -> check(golden, name, Autograd.gradient(parameter), expected.get(name))));
    return checks;
  }

  private static void check(String golden, String name, NDArray actual, NDArray expected) {
    double scale = Tensors.maxAbs(expected);
    if (name.endsWith("attn.qkv.bias")) {
      // The true gradient of the keys' bias is zero; what is there is rounding noise.
      long third = expected.size() / 3;
      check(golden, name, actual.get(":" + third), expected.get(":" + third), scale);
      check(golden, name, actual.get(2 * third + ":"), expected.get(2 * third + ":"), scale);
    } else {
      check(golden, name, actual, expected, scale);
    }
  }

  // As a share of the largest value, less what is rounding noise at any size.
  private static void check(
      String golden, String name, NDArray actual, NDArray expected, double scale) {
    double beyondNoise = Math.max(0, Tensors.maxDifference(actual, expected) - NOISE);
    double share = beyondNoise == 0 ? 0 : beyondNoise / scale;
    Measured.within(RELATIVE, share, golden, "gradient (relative) " + name);
  }
}
