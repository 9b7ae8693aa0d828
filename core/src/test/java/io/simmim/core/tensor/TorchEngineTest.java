package io.simmim.core.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.fault.EngineException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchEngineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"tpu", "", "gpu", "cuda:", "cuda:x", "cuda:-1", "cuda:99999999999", "cpu:0"})
  void aDeviceOfAnotherNameIsRefusedWithTheNamesThereAre(String name) {
    String message =
        assertThrows(EngineException.class, () -> TorchEngine.start(name)).getMessage();
    assertTrue(message.contains("'" + name + "'") && message.contains("cpu"), message);
    assertTrue(message.endsWith(".") && message.lines().count() == 1, message);
  }

  @Test
  void aGpuThatIsNotThereIsRefusedWithTheNumberThereAre() {
    String message =
        assertThrows(EngineException.class, () -> TorchEngine.start("cuda:77")).getMessage();
    assertTrue(message.contains("'cuda:77' is not there"), message);
    assertTrue(message.contains("CUDA device(s)"), message);
    assertTrue(message.endsWith("Run 'simmim doctor' to see what is missing."), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", " CPU "})
  void theProcessorIsAlwaysThere(String name) throws Exception {
    try (TorchEngine engine = TorchEngine.start(name)) {
      assertEquals("cpu", engine.deviceName());
      assertTrue(TorchEngine.version().startsWith("PyTorch "));
      assertTrue(TorchEngine.threads() > 0);
    }
  }

  @Test
  void theSeedDecidesWhatIsDropped() throws Exception {
    try (TorchEngine engine = TorchEngine.start("cpu");
        Scope scope = Scope.open()) {
      NDArray ones = engine.manager().ones(new Shape(100));
      engine.seed(5);
      float[] first = Ops.dropout(ones, 0.5).toFloatArray();
      float[] second = Ops.dropout(ones, 0.5).toFloatArray();
      engine.seed(5);
      float[] again = Ops.dropout(ones, 0.5).toFloatArray();
      assertTrue(Arrays.equals(first, again));
      assertTrue(!Arrays.equals(first, second));
    }
  }

  @Test
  void closingFreesEverythingThatHangsOnIt() throws Exception {
    NDArray array;
    try (TorchEngine engine = TorchEngine.start("cpu")) {
      array = engine.manager().ones(new Shape(3));
    }
    assertTrue(array.isReleased());
  }
}
