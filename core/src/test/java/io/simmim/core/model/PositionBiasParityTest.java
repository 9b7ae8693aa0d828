package io.simmim.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.portrait.Portraits;
import io.simmim.core.portrait.PositionBias;
import io.simmim.core.portrait.TensorPicture;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bias that is drawn of a checkpoint against the one that the networks add. */
class PositionBiasParityTest {

  private static final String INDEX = "relative_position_index";
  private static final String TABLE = "relative_position_bias_table";
  private static final double TOLERANCE = 1e-6;

  private TorchEngine engine;
  private Scope scope;

  @BeforeEach
  void start() throws Exception {
    engine = TorchEngine.start("cpu");
    engine.enterThread(false);
    scope = Scope.open();
  }

  @AfterEach
  void close() {
    scope.close();
    engine.close();
  }

  @Test
  void swinAddsWhatIsDrawn() throws Exception {
    Map<String, TensorData> weights = weights("A_pretrain_swin");
    for (String attention : attentions(weights)) {
      TensorData table = weights.get(attention + TABLE);
      ParameterMap map = new ParameterMap();
      int heads = Math.toIntExact(table.shape().get(1));
      WindowAttention module =
          new WindowAttention(
              new ParameterScope(engine, map, 0),
              heads,
              heads,
              window(weights, attention),
              false,
              OptionalDouble.empty(),
              new Dropout(0, 0));
      load(map, weights, attention, TABLE);
      PositionBias drawn = drawn(weights, attention + TABLE);
      assertDrawn(module.positionBias(), drawn, 0, TOLERANCE);
      map.close();
    }
  }

  @Test
  void swinV2AddsWhatIsDrawnWithAndWithoutItsTableOfCoordinates() throws Exception {
    Map<String, TensorData> weights = weights("A_pretrain_swinv2_normtarget");
    Map<String, TensorData> alone = new LinkedHashMap<>(weights);
    alone.keySet().removeIf(name -> name.endsWith("relative_coords_table"));
    for (String attention : attentions(weights)) {
      String out = attention + "cpb_mlp.2.weight";
      int heads = Math.toIntExact(weights.get(out).shape().get(0));
      ParameterMap map = new ParameterMap();
      ParameterScope p = new ParameterScope(engine, map, 0);
      LogPositionBias module = new LogPositionBias(p, window(weights, attention), 0, heads);
      for (String name : map.state().keySet()) {
        load(map, weights, attention, name);
      }
      NDArray added = module.forward();
      // The engine rounds numbers up to 16 to about 1e-6.
      double tolerance = 4 * TOLERANCE;
      assertDrawn(added, drawn(weights, out), 0, tolerance);
      assertDrawn(added, drawn(alone, out), 0, tolerance);
      map.close();
    }
  }

  @Test
  void visionTransformerAddsWhatIsDrawn() throws Exception {
    Map<String, TensorData> weights = weights("A_pretrain_vit_shared_rpb");
    for (String attention : attentions(weights)) {
      TensorData table = weights.get(attention + TABLE);
      ParameterMap map = new ParameterMap();
      int side = window(weights, attention).window();
      int heads = Math.toIntExact(table.shape().get(1));
      VitPositionBias module = new VitPositionBias(new ParameterScope(engine, map, 0), side, heads);
      load(map, weights, attention, TABLE);
      PositionBias drawn = drawn(weights, attention + TABLE);
      NDArray added = module.forward();
      assertDrawn(added, drawn, 1, TOLERANCE);
      PositionBias.ClassToken token = drawn.classToken().orElseThrow();
      for (int head = 0; head < heads; head++) {
        assertEquals(added.getFloat(head, 0, 1), token.toPatches().get(head), TOLERANCE);
        assertEquals(added.getFloat(head, 1, 0), token.fromPatches().get(head), TOLERANCE);
        assertEquals(added.getFloat(head, 0, 0), token.toItself().get(head), TOLERANCE);
      }
      map.close();
    }
  }

  private static Map<String, TensorData> weights(String golden) throws Exception {
    return CheckpointFile.open(Golden.path(golden + "/ckpt_epoch_0.pth")).official().tensors();
  }

  private void load(
      ParameterMap map, Map<String, TensorData> weights, String attention, String name)
      throws CheckpointException {
    NDArray target = map.state().get(name);
    new TensorLoader(engine, List.of(target)).copy(target, weights.get(attention + name), name);
  }

  private static List<String> attentions(Map<String, TensorData> weights) {
    List<String> prefixes =
        weights.keySet().stream()
            .filter(name -> name.endsWith(INDEX))
            .map(name -> name.substring(0, name.length() - INDEX.length()))
            .toList();
    assertTrue(!prefixes.isEmpty(), "attention layers found");
    return prefixes;
  }

  private static WindowGrid window(Map<String, TensorData> weights, String attention) {
    long tokens = weights.get(attention + INDEX).shape().get(0);
    int side = (int) Math.floor(Math.sqrt((double) tokens));
    return new WindowGrid(side, side, 0);
  }

  private static PositionBias drawn(Map<String, TensorData> weights, String name) {
    TensorPicture picture = new Portraits(weights::get).of(name).picture();
    TensorPicture.Bias bias = (TensorPicture.Bias) picture;
    assertTrue(bias.assumedWindow().isEmpty(), "the file tells its window");
    return bias.bias();
  }

  private static void assertDrawn(NDArray added, PositionBias drawn, int first, double tolerance) {
    int window = drawn.reach() + 1;
    int tokens = first + window * window;
    float[] bias = Ops.floats(added);
    assertEquals(drawn.heads().size() * tokens * tokens, bias.length);
    double largest = 0;
    for (int head = 0; head < drawn.heads().size(); head++) {
      for (int query = first; query < tokens; query++) {
        for (int key = first; key < tokens; key++) {
          int down = (key - first) / window - (query - first) / window;
          int right = (key - first) % window - (query - first) % window;
          double difference =
              drawn.value(head, down, right) - bias[(head * tokens + query) * tokens + key];
          largest = Math.max(largest, Math.abs(difference));
        }
      }
    }
    assertTrue(largest <= tolerance, "off by " + largest + ", allowed " + tolerance);
  }
}
