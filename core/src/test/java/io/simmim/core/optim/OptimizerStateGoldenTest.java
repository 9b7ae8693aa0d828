package io.simmim.core.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.testing.PretrainingCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** AdamW's saved state against the one in a checkpoint of the official code. */
class OptimizerStateGoldenTest {

  private static final double LR = 0.0006670000000000001;
  private static final double INITIAL_LR = 0.001;

  private PretrainingCase golden;
  private AdamW optimizer;

  @BeforeEach
  void open() throws Exception {
    golden = new PretrainingCase("A_pretrain_swin", "A_pretrain_swin/ckpt_epoch_0.pth");
    var train = golden.config().train();
    optimizer =
        new AdamW(
            golden.engine(),
            golden.model().parameters(),
            ParameterGroups.pretraining(golden.model(), train.weightDecay()),
            train.optimizer());
  }

  @AfterEach
  void close() {
    optimizer.close();
    golden.close();
  }

  private Map<String, Object> capture() {
    return optimizer.capture(List.of(LR, LR), List.of(INITIAL_LR, INITIAL_LR));
  }

  private void restore(Map<?, ?> saved) throws CheckpointException {
    optimizer.restore(saved);
  }

  @Test
  void whatIsReadFromTheOfficialCheckpointIsWrittenBackUnchanged() throws Exception {
    Map<String, Object> official = golden.checkpoint().optimizer();
    restore(official);
    Map<String, Object> ours = capture();
    assertEquals(new ArrayList<>(official.keySet()), new ArrayList<>(ours.keySet()));
    assertState((Map<?, ?>) official.get("state"), (Map<?, ?>) ours.get("state"));
    // Numbers and null, tuple and list: all as the official code has them.
    assertEquals(official.get("param_groups"), ours.get("param_groups"));
  }

  private static void assertState(Map<?, ?> official, Map<?, ?> ours) {
    assertEquals(new ArrayList<>(official.keySet()), new ArrayList<>(ours.keySet()));
    official.forEach(
        (index, entry) -> {
          Map<?, ?> expected = (Map<?, ?>) entry;
          Map<?, ?> actual = (Map<?, ?>) ours.get(index);
          assertEquals(new ArrayList<>(expected.keySet()), new ArrayList<>(actual.keySet()));
          expected.forEach((key, value) -> assertSame((TensorData) value, actual.get(key)));
        });
  }

  private static void assertSame(TensorData expected, Object actual) {
    TensorData data = (TensorData) actual;
    assertEquals(expected.type(), data.type());
    assertEquals(expected.shape(), data.shape());
    assertEquals(expected.view(), data.view());
  }

  @Test
  void aStepCountOfAnOlderPyTorchIsAPlainNumber() throws Exception {
    Map<Object, Object> state = new LinkedHashMap<>();
    ((Map<?, ?>) golden.checkpoint().optimizer().get("state"))
        .forEach(
            (index, entry) -> {
              Map<Object, Object> old = new LinkedHashMap<>((Map<?, ?>) entry);
              old.put("step", 3L);
              state.put(index, old);
            });
    Map<String, Object> saved = new HashMap<>(golden.checkpoint().optimizer());
    saved.put("state", state);
    restore(saved);
    Map<?, ?> first = (Map<?, ?>) ((Map<?, ?>) capture().get("state")).get(0L);
    assertEquals(3f, ((TensorData) first.get("step")).floats()[0]);
  }

  @Test
  void aStateOfAnotherTrainingIsRefusedWithASentence() {
    Map<String, Object> official = golden.checkpoint().optimizer();
    List<?> groups = (List<?>) official.get("param_groups");
    var oneGroup = Map.of("state", official.get("state"), "param_groups", groups.subList(0, 1));
    assertSentence("2 parameter groups", oneGroup);
    var swapped =
        Map.of(
            "state", official.get("state"),
            "param_groups", List.of(groups.get(1), groups.get(0)));
    assertSentence("Parameter group 0", swapped);
    assertSentence("parameter groups", Map.of("state", "nothing", "param_groups", groups));

    Map<Object, Object> halved = new HashMap<>((Map<?, ?>) official.get("state"));
    halved.put(1L, Map.of("step", 3L));
    assertSentence("missing", Map.of("state", halved, "param_groups", groups));
    halved.put(1L, halved.get(2L));
    assertSentence("relative_position_bias_table", Map.of("state", halved, "param_groups", groups));
  }

  private void assertSentence(String part, Map<?, ?> saved) {
    String message = assertThrows(CheckpointException.class, () -> restore(saved)).getMessage();
    assertTrue(message.contains(part) && message.endsWith("."), message);
  }
}
