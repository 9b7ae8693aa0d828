package io.simmim.core.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.simmim.core.checkpoint.SavedFile;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.OptimizerConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.model.FreeParameters;
import io.simmim.core.model.ParameterMap;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.testing.Golden;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SGD against six steps of PyTorch's. */
class SgdGoldenTest {

  private final JsonObject golden = Golden.json("sgd/steps.json");
  private final JsonArray steps = golden.getAsJsonArray("steps");

  private TorchEngine engine;
  private ParameterMap parameters;
  private Optimizer optimizer;

  @BeforeEach
  void open() throws Exception {
    engine = TorchEngine.start("cpu");
    Map<String, long[]> shapes = new LinkedHashMap<>();
    GoldenShapes.of(golden.getAsJsonObject("shapes"))
        .forEach((name, shape) -> shapes.put(name, shape.getShape()));
    parameters = FreeParameters.zeros(engine, shapes);
    List<ParameterGroup> groups =
        List.of(
            ParameterGroup.unnamed(List.of("fc.weight"), 0.05),
            ParameterGroup.unnamed(List.of("fc.bias"), 0));
    optimizer = Optimizer.of(engine, parameters, groups, settings("sgd"));
    setParameters(golden.getAsJsonArray("start"));
  }

  private static OptimizerConfig settings(String name) {
    return ExperimentConfig.defaults().with("TRAIN.OPTIMIZER.NAME", name).train().optimizer();
  }

  @AfterEach
  void close() {
    optimizer.close();
    parameters.close();
    engine.close();
  }

  private void setParameters(JsonArray values) {
    int i = 0;
    for (NDArray parameter : parameters.parameters().values()) {
      copy(parameter, values.get(i++).getAsJsonArray());
    }
  }

  private void copy(NDArray target, JsonArray values) {
    ByteBuffer data =
        ByteBuffer.allocateDirect(values.size() * Float.BYTES).order(ByteOrder.nativeOrder());
    values.forEach(value -> data.putFloat(value.getAsFloat()));
    engine.script().copy(target, data.flip());
  }

  /** The gradient of sum(p * g) is g. */
  private void backward(JsonArray gradients) {
    try (Scope scope = Scope.open()) {
      int i = 0;
      for (NDArray parameter : parameters.parameters().values()) {
        NDArray gradient = engine.manager().zeros(parameter.getShape());
        copy(gradient, gradients.get(i++).getAsJsonArray());
        optimizer.gradients().backward(parameter.mul(gradient).sum());
      }
    }
  }

  private void train(int from, int to) {
    for (int k = from; k < to; k++) {
      JsonObject step = steps.get(k).getAsJsonObject();
      backward(step.getAsJsonArray("gradients"));
      JsonArray lr = step.getAsJsonArray("lr");
      optimizer.step(List.of(lr.get(0).getAsDouble(), lr.get(1).getAsDouble()));
    }
  }

  private void assertParameters(int step) {
    JsonArray expected = steps.get(step).getAsJsonObject().getAsJsonArray("parameters");
    int i = 0;
    for (NDArray parameter : parameters.parameters().values()) {
      assertArrayEquals(
          floats(expected.get(i++).getAsJsonArray()), parameter.toFloatArray(), 1e-6f);
    }
  }

  private static float[] floats(JsonArray values) {
    float[] result = new float[values.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = values.get(i).getAsFloat();
    }
    return result;
  }

  @Test
  void everyStepLeavesTheParametersThatPyTorchLeaves() {
    for (int k = 0; k < steps.size(); k++) {
      train(k, k + 1);
      assertParameters(k);
    }
  }

  @Test
  void theSavedStateIsThatOfPyTorch() throws Exception {
    train(0, steps.size());
    JsonArray lr = steps.get(5).getAsJsonObject().getAsJsonArray("lr");
    List<Double> rates = List.of(lr.get(0).getAsDouble(), lr.get(1).getAsDouble());
    Map<String, Object> ours = optimizer.capture(rates, List.of(0.1, 0.1));
    Map<?, ?> official = officialState();

    Map<?, ?> state = (Map<?, ?>) ours.get("state");
    Map<?, ?> officialEntries = (Map<?, ?>) official.get("state");
    assertEquals(new ArrayList<>(officialEntries.keySet()), new ArrayList<>(state.keySet()));
    officialEntries.forEach((index, entry) -> assertVelocity((Map<?, ?>) entry, state.get(index)));
    List<?> groups = (List<?>) ours.get("param_groups");
    List<?> officialGroups = (List<?>) official.get("param_groups");
    for (int g = 0; g < 2; g++) {
      Map<?, ?> expected = (Map<?, ?>) officialGroups.get(g);
      Map<?, ?> actual = (Map<?, ?>) groups.get(g);
      for (String field :
          List.of(
              "momentum", "dampening", "nesterov", "maximize", "weight_decay", "lr", "params")) {
        assertEquals(expected.get(field), actual.get(field), field);
      }
    }
  }

  private static void assertVelocity(Map<?, ?> expected, Object actual) {
    Map<?, ?> entry = (Map<?, ?>) actual;
    assertEquals(expected.keySet(), entry.keySet());
    TensorData velocity = (TensorData) expected.get("momentum_buffer");
    TensorData ours = (TensorData) entry.get("momentum_buffer");
    assertEquals(velocity.shape(), ours.shape());
    assertArrayEquals(velocity.floats(), ours.floats(), 1e-6f);
  }

  private static Map<?, ?> officialState() throws CheckpointException {
    Map<?, ?> file = (Map<?, ?>) SavedFile.read(Golden.path("sgd/state.pt")).root();
    return (Map<?, ?>) file.get("optimizer");
  }

  @Test
  void aRestoredVelocityCarriesOnWhereItStood() throws Exception {
    train(0, 3);
    List<Double> rates = List.of(0.1, 0.1);
    Map<String, Object> half = optimizer.capture(rates, rates);
    train(3, 5);
    setParameters(steps.get(2).getAsJsonObject().getAsJsonArray("parameters"));
    optimizer.restore(half);
    train(3, 6);
    assertParameters(5);
  }

  @Test
  void theStateOfAnotherOptimizerIsRefused() {
    List<Double> rates = List.of(0.1, 0.1);
    Map<String, Object> sgd = optimizer.capture(rates, rates);
    try (Optimizer adamW =
        Optimizer.of(engine, parameters, optimizer.groups(), settings("adamw"))) {
      String message =
          assertThrows(CheckpointException.class, () -> adamW.restore(sgd)).getMessage();
      assertTrue(message.contains("fc.weight is missing its step"), message);
    }
  }
}
