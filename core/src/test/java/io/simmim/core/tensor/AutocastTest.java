package io.simmim.core.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.Precision;
import io.simmim.core.fault.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutocastTest {

  /** A float32 between the bfloat16 neighbours 1 and 1.0078125. */
  private static final float BETWEEN = 1.001f;

  private TorchEngine engine;
  private Scope scope;
  private AutocastMode bf16;
  private AutocastMode fp32;

  @BeforeEach
  void start() throws Exception {
    engine = TorchEngine.start("cpu");
    engine.enterThread(true);
    scope = Scope.open();
    bf16 = AutocastMode.of(Precision.BF16, engine);
    fp32 = AutocastMode.of(Precision.FP32, engine);
  }

  @AfterEach
  void stop() {
    scope.close();
    engine.close();
  }

  private NDArray matrix(float value) {
    return engine.manager().create(new float[] {value}, new Shape(1, 1));
  }

  private float product(NDArray x) {
    return Ops.scalar(engine.script().float32(x.matMul(matrix(1))).sum());
  }

  @Test
  void productsAreRoundedInsideOnly() {
    NDArray x = matrix(BETWEEN);
    assertEquals(BETWEEN, product(x));
    try (Autocast cast = bf16.enter()) {
      assertEquals(1, product(x));
      assertEquals(1, Ops.scalar(engine.script().float32(Ops.linear(x, matrix(1), null)).sum()));
      NDArray image = x.reshape(1, 1, 1, 1);
      NDArray bias = matrix(0).reshape(1);
      NDArray convolved = Ops.patchConv2d(image, matrix(1).reshape(1, 1, 1, 1), bias, 1);
      assertEquals(1, Ops.scalar(engine.script().float32(convolved).sum()));
    }
    assertEquals(BETWEEN, product(x));
  }

  @Test
  void sumsOfBothFormatsAndNormalisationStayIn32Bits() {
    NDArray x = matrix(BETWEEN);
    try (Autocast cast = bf16.enter()) {
      NDArray product = x.matMul(matrix(1));
      assertEquals(1 + BETWEEN, Ops.scalar(Ops.addBias(product, x).sum()));
      assertEquals(1 + BETWEEN, Ops.scalar(x.add(product).sum()));
      assertEquals(1, Ops.scalar(engine.script().float32(product).sum()));
      NDArray bias = matrix(BETWEEN).reshape(1);
      NDArray weight = matrix(1).reshape(1);
      assertEquals(BETWEEN, Ops.scalar(Ops.layerNorm(x, weight, bias, 1e-5).sum()));
    }
  }

  @Test
  void withoutAutocastABiasIsAddedInPlace() {
    NDArray x = matrix(2);
    Ops.addBias(x, matrix(3));
    assertEquals(5, Ops.scalar(x.sum()));
  }

  @Test
  void scopesNestAndGiveBackWhatWasBefore() {
    NDArray x = matrix(BETWEEN);
    try (Autocast outer = bf16.enter()) {
      try (Autocast inner = fp32.enter()) {
        assertEquals(BETWEEN, product(x));
        assertFalse(AutocastMode.current(Device.cpu()).enabled());
      }
      assertEquals(1, product(x));
      assertTrue(AutocastMode.current(Device.cpu()).enabled());
    }
    assertFalse(AutocastMode.current(Device.cpu()).enabled());
  }

  @Test
  void otherThreadsComputeAsBefore() {
    try (Autocast cast = bf16.enter()) {
      float elsewhere = CompletableFuture.supplyAsync(() -> product(matrix(BETWEEN))).join();
      assertEquals(BETWEEN, elsewhere);
    }
  }

  @Test
  void gradientsAreIn32BitsAndReachTheWeight() {
    NDArray weight = matrix(3);
    Ops.requireGradient(weight);
    NDArray y;
    try (Autocast cast = bf16.enter()) {
      y = engine.script().float32(Ops.linear(matrix(BETWEEN), weight, null)).sum();
    }
    Autograd.backward(y);
    assertArrayEquals(new float[] {1}, Ops.floats(Autograd.gradient(weight)));
  }

  @Test
  void theBiasOfALinearLayerIsAddedBeforeRounding() {
    float half = 1f / 256; // half a unit in the last place of bfloat16 at 1
    NDArray x = engine.manager().create(new float[] {1, 1f / 16}, new Shape(1, 1, 2));
    NDArray weight = engine.manager().create(new float[] {1, 1f / 16}, new Shape(1, 2));
    try (Autocast cast = bf16.enter()) {
      NDArray y = Ops.linear(x, weight, engine.manager().create(new float[] {half}));
      assertEquals(new Shape(1, 1, 1), y.getShape());
      assertEquals(1 + 2 * half, Ops.scalar(engine.script().float32(y).sum()));
    }
  }

  // Autocast keeps the converted copy of a leaf, as the weight of a convolution is.
  private NDArray kernel(float value) {
    NDArray kernel = engine.manager().create(new float[] {value}, new Shape(1, 1, 1, 1));
    Ops.requireGradient(kernel);
    return kernel;
  }

  private NDArray conv(NDArray x, NDArray kernel) {
    return Ops.patchConv2d(x, kernel, null, 1);
  }

  @Test
  void aPartComputedAgainReachesTheWeightThatWasFirstUsedWithoutGradients() {
    NDArray weight = kernel(3);
    NDArray x = matrix(2).reshape(1, 1, 1, 1);
    try (Autocast cast = bf16.enter()) {
      AutocastMode mode = AutocastMode.current(Device.cpu());
      try (GradMode off = GradMode.off()) {
        conv(x, weight);
      }
      try (Autocast again = mode.enter()) {
        Autograd.backward(engine.script().float32(conv(x, weight)).sum());
      }
    }
    assertArrayEquals(new float[] {2}, Ops.floats(Autograd.gradient(weight)));
  }

  @Test
  void aLeafOf16BitsPassesItsGradientOn() {
    NDArray x = matrix(3);
    Ops.requireGradient(x);
    try (Autocast cast = bf16.enter()) {
      NDArray y = x.matMul(matrix(2));
      NDArray leaf = Ops.leaf(y);
      NDArray loss = engine.script().float32(leaf).mul(engine.script().float32(leaf)).sum();
      Autograd.backward(loss);
      Autograd.backward(y, Autograd.gradient(leaf));
    }
    assertArrayEquals(new float[] {24}, Ops.floats(Autograd.gradient(x))); // 2 * 6 * 2
  }

  @Test
  void anUpdatedWeightIsConvertedAnew() {
    NDArray weight = kernel(3);
    NDArray x = matrix(1).reshape(1, 1, 1, 1);
    for (int expected = 3; expected < 6; expected++) {
      try (Autocast cast = bf16.enter()) {
        NDArray y = engine.script().float32(conv(x, weight)).sum();
        assertEquals(expected, Ops.scalar(y));
      }
      try (GradMode off = GradMode.off()) {
        weight.addi(1);
      }
    }
  }

  @Test
  void float16OnTheProcessorIsRefusedWithWhatToUse() {
    String message =
        assertThrows(EngineException.class, () -> AutocastMode.of(Precision.FP16, engine))
            .getMessage();
    assertTrue(message.contains("bf16 or fp32") && message.endsWith("."), message);
  }

  @Test
  void tf32OnTheProcessorIsFloat32AndSaysSo() throws Exception {
    assertFalse(AutocastMode.of(Precision.TF32, engine).enabled());
    assertTrue(AutocastMode.note(Precision.TF32, engine).orElseThrow().contains("fp32"));
    assertEquals(Optional.empty(), AutocastMode.note(Precision.BF16, engine));
    assertEquals(Optional.empty(), AutocastMode.note(Precision.FP32, engine));
  }

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"TF32", "BF16", "FP16"})
  void aLibraryThatLacksAFunctionLeavesFloat32(Precision precision) throws Exception {
    Device gpu = Device.gpu(0);
    String message =
        assertThrows(EngineException.class, () -> AutocastMode.of(precision, gpu, Optional.empty()))
            .getMessage();
    assertTrue(message.contains("Precision " + precision.yamlName()), message);
    assertTrue(message.contains("--precision fp32") && message.endsWith("."), message);
    AutocastMode always = AutocastMode.of(Precision.FP32, Device.cpu(), Optional.empty());
    try (Autocast cast = always.enter()) {
      assertEquals(BETWEEN, product(matrix(BETWEEN)));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void noSecondCopyOfTheLibraryIsLoaded() throws IOException {
    assertTrue(LibTorch.LOADED.isPresent());
    try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
      assertEquals(
          1,
          maps.filter(line -> line.contains("libtorch_cpu"))
              .map(line -> line.substring(line.indexOf('/')))
              .distinct()
              .count());
    }
  }
}
