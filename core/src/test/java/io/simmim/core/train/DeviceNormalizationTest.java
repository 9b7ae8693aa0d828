package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.image.Normalization;
import io.simmim.core.image.RgbImage;
import io.simmim.core.tensor.TorchEngine;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNormalizationTest {

  /** Every level in every channel. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void givesTheVeryFloatsThatJavaGives(int channels) throws Exception {
    byte[] rgb = new byte[256 * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i / 3 + i % 3 * 85);
    }
    RgbImage image = new RgbImage(16, 16, rgb);
    Normalization normalization = Normalization.forChannels(channels);
    FloatBuffer expected = FloatBuffer.allocate(channels * 256);
    normalization.write(image, expected);
    ByteBuffer levels = ByteBuffer.allocateDirect(channels * 256);
    normalization.writeLevels(image, levels);
    try (TorchEngine engine = TorchEngine.start("cpu");
        DeviceNormalization device = new DeviceNormalization(engine.manager(), normalization)) {
      engine.enterThread(true);
      int open = engine.manager().getManagedArrays().size();
      try (NDManager memory = engine.manager().newSubManager()) {
        NDArray x = device.of(levels.flip(), new Shape(1, channels, 16, 16), memory);
        assertEquals(new Shape(1, channels, 16, 16), x.getShape());
        assertArrayEquals(expected.array(), x.toFloatArray());
      }
      assertEquals(open, engine.manager().getManagedArrays().size());
    }
  }
}
