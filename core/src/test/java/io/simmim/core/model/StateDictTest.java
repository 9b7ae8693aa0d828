package io.simmim.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.testing.PretrainingCase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateDictTest {

  private static final String BIAS = "encoder.norm.bias";

  private PretrainingCase golden;

  @BeforeEach
  void open() throws Exception {
    golden = new PretrainingCase("A_pretrain_swin_ape", "A_pretrain_swin_ape/ckpt_epoch_0.pth");
  }

  @AfterEach
  void close() {
    golden.close();
  }

  private String refusal(Map<String, ?> saved) {
    String message =
        assertThrows(
                CheckpointException.class,
                () -> StateDict.load(golden.engine(), golden.model().parameters(), saved))
            .getMessage();
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.endsWith("."), message);
    return message;
  }

  @Test
  void whatWasLoadedIsCapturedUnchanged() {
    Map<String, Object> captured = StateDict.capture(golden.model().parameters());
    Map<String, Object> saved = golden.checkpoint().model();
    assertEquals(saved.keySet(), captured.keySet());
    saved.forEach(
        (name, value) -> {
          TensorData expected = (TensorData) value;
          TensorData actual = (TensorData) captured.get(name);
          assertEquals(expected.type(), actual.type(), name);
          assertEquals(expected.shape(), actual.shape(), name);
          assertEquals(expected.view(), actual.view(), name);
        });
  }

  @Test
  void theFirstPublishedSwinV2CheckpointsLoadUnderTheirOldNames() throws Exception {
    String name = "A_pretrain_swinv2_normtarget";
    try (var swin = new PretrainingCase(name, name + "/ckpt_epoch_0.pth")) {
      Map<String, Object> old = new LinkedHashMap<>();
      swin.checkpoint()
          .model()
          .forEach((key, value) -> old.put(key.replace("cpb_mlp", "rpe_mlp"), value));
      assertTrue(old.containsKey("encoder.layers.0.blocks.0.attn.rpe_mlp.0.bias"));
      try (SimMim fresh = Models.simMim(swin.engine(), swin.config(), 1)) {
        StateDict.load(swin.engine(), fresh.parameters(), old);
        Map<String, Object> loaded = StateDict.capture(fresh.parameters());
        swin.checkpoint()
            .model()
            .forEach(
                (key, value) ->
                    assertEquals(
                        ((TensorData) value).view(), ((TensorData) loaded.get(key)).view(), key));
      }
    }
  }

  @Test
  void aCaptureIsACopy() {
    Map<String, Object> captured = StateDict.capture(golden.model().parameters());
    float before = ((TensorData) captured.get(BIAS)).floats()[0];
    try (GradMode off = GradMode.off()) {
      golden.model().parameters().parameters().get(BIAS).addi(1);
    }
    assertEquals(before, ((TensorData) captured.get(BIAS)).floats()[0]);
  }

  @Test
  void whatIsMissingAndWhatIsTooMuchIsNamed() {
    Map<String, Object> saved = new LinkedHashMap<>(golden.checkpoint().model());
    saved.remove(BIAS);
    String missing = refusal(saved);
    assertTrue(missing.contains("missing " + BIAS + ";"), missing);
    assertTrue(missing.contains("unexpected nothing"), missing);
    saved.put("head.weight", TensorData.scalar(1));
    assertTrue(refusal(saved).contains("unexpected head.weight"));
    assertTrue(refusal(Map.of()).contains(" more"));
  }

  @Test
  void anotherShapeOrTypeIsNamedWithBothShapes() {
    Map<String, Object> saved = new LinkedHashMap<>(golden.checkpoint().model());
    saved.put(BIAS, TensorData.scalar(1));
    String message = refusal(saved);
    assertTrue(message.contains(BIAS + " is FLOAT32[]"), message);
    assertTrue(message.contains("needs FLOAT32[8]"), message);
    saved.put(BIAS, "no tensor");
    assertTrue(refusal(saved).contains(BIAS + " is not a tensor"));
    String index = "encoder.layers.0.blocks.0.attn.relative_position_index";
    saved.put(BIAS, golden.checkpoint().model().get(BIAS));
    saved.put(index, saved.get("encoder.norm.weight"));
    assertTrue(refusal(saved).contains("INT64"));
  }
}
