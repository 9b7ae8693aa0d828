package io.simmim.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.testing.PretrainingCase;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files whose tensors are not all there as float32. */
class HalfPrecisionTest {

  private static final String BIAS = "encoder.norm.bias";

  private PretrainingCase golden;
  private Map<String, Object> saved;

  @BeforeEach
  void open() throws Exception {
    golden = new PretrainingCase("A_pretrain_swin_ape", "A_pretrain_swin_ape/ckpt_epoch_0.pth");
    saved = new LinkedHashMap<>(golden.checkpoint().model());
  }

  @AfterEach
  void close() {
    golden.close();
  }

  private List<String> load() throws CheckpointException {
    return StateDict.load(golden.engine(), golden.model().parameters(), saved);
  }

  private float[] loaded(String name) {
    return ((TensorData) StateDict.capture(golden.model().parameters()).get(name)).floats();
  }

  private static TensorData of(ScalarType type, int count, long bits) {
    ByteBuffer bytes = ByteBuffer.allocate(count * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      if (type == ScalarType.FLOAT64) {
        bytes.putLong(bits);
      } else {
        bytes.putShort((short) bits);
      }
    }
    return new TensorData(type, List.of((long) count), bytes.flip());
  }

  private void assertLoads(TensorData bias, float value, String sentence) throws Exception {
    saved.put(BIAS, bias);
    List<String> remarks = load();
    float[] expected = new float[8];
    java.util.Arrays.fill(expected, value);
    assertArrayEquals(expected, loaded(BIAS));
    assertEquals(List.of(sentence), remarks);
  }

  @Test
  void everyFloatingPointTypeBecomesFloat32AndIsNamed() throws Exception {
    assertLoads(
        of(ScalarType.FLOAT16, 8, 0x3e00),
        1.5f,
        "1 tensors of the checkpoint are float16 and became float32.");
    assertLoads(
        of(ScalarType.BFLOAT16, 8, 0xc000),
        -2,
        "1 tensors of the checkpoint are bfloat16 and became float32.");
    assertLoads(
        of(ScalarType.FLOAT64, 8, Double.doubleToLongBits(1 / 3.0)),
        1 / 3f,
        "1 tensors of the checkpoint are float64 and were rounded to float32.");
  }

  @Test
  void float32IsNotWorthASentence() throws Exception {
    assertEquals(List.of(), load());
  }

  @Test
  void buffersMayBeMissingAndParametersNot() throws Exception {
    saved.keySet().removeIf(name -> name.endsWith("relative_position_index"));
    int missing = golden.checkpoint().model().size() - saved.size();
    assertEquals(
        List.of(
            missing + " buffers are not in the checkpoint, so the model keeps what it computed."),
        load());
    saved.remove(BIAS);
    assertThrows(CheckpointException.class, this::load);
  }

  @Test
  void aShiftMaskOfAnotherImageSizeIsRefusedWithTheReason() {
    String mask = "encoder.layers.0.blocks.1.attn_mask";
    TensorData other = (TensorData) saved.get(mask);
    List<Long> shape =
        List.of(other.shape().get(0) * other.shape().get(1), 1L, other.shape().get(2));
    saved.put(mask, new TensorData(ScalarType.FLOAT32, shape, other.view()));
    String message = assertThrows(CheckpointException.class, this::load).getMessage();
    assertTrue(message.endsWith("above all its DATA.IMG_SIZE."), message);
  }
}
