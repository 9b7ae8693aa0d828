package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.model.Classifier;
import io.simmim.core.model.Models;
import io.simmim.core.model.Pass;
import io.simmim.core.tensor.GradMode;
import io.simmim.core.tensor.Npz;
import io.simmim.core.tensor.Ops;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Measured;
import io.simmim.core.testing.NpzFile;
import io.simmim.core.testing.Tensors;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A classifier of ours that took a pre-training, against the official one that took the same. */
class PretrainedLogitsGoldenTest {

  private static final double OUTPUT = 1e-4;
  private static final double BUFFER = 1e-6;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "D_load_swin_from_finetuned",
        "D_load_swin_same_window",
        "D_load_swin_w6_to_w7",
        "D_load_swinv2_rpe_mlp_names",
        "D_load_swinv2_w3_to_w4",
        "D_load_vit_64_to_96",
        "D_load_vit_same_size"
      })
  void classifiesAsTheOfficialModelDoes(String name) throws Exception {
    JsonObject golden = Golden.json(name + "/case.json");
    ExperimentConfig config =
        new ConfigLoader().load(Golden.path(name + "/config.yaml"), Overrides.none()).orThrow();
    Path folder = Golden.path(name + "/case.json").getParent();
    Path file = folder.resolve(golden.get("pretrained").getAsString()).normalize();
    try (TorchEngine engine = TorchEngine.start("cpu");
        Classifier model = Models.classifier(engine, config, 0);
        GradMode off = GradMode.off()) {
      engine.enterThread(false);
      Pretrained.load(engine, model, config, CheckpointFile.open(file), false);
      initialise(golden, model, Npz.read(engine.manager(), folder.resolve("model_params.npz")));
      assertBuffers(name, golden, model);
      NDArray x = formulaImage(engine, config.data().imgSize());
      NDArray logits = model.forward(x, Pass.INFERENCE);
      NDArray expected = Npz.read(engine.manager(), folder.resolve("io.npz")).get("logits");
      Measured.within(OUTPUT, Tensors.maxDifference(logits, expected), name, "logits");
    }
  }

  // What the file does not hold, the official model began with.
  private static void initialise(JsonObject golden, Classifier model, Map<String, NDArray> saved) {
    for (JsonElement name : golden.getAsJsonArray("parameters_not_loaded")) {
      NDArray parameter = model.parameters().parameters().get(name.getAsString());
      parameter.subi(parameter.duplicate()).addi(saved.get(name.getAsString()));
    }
  }

  private static void assertBuffers(String name, JsonObject golden, Classifier model) {
    Map<String, NDArray> buffers = new TreeMap<>(model.parameters().state());
    buffers.keySet().removeAll(model.parameters().parameters().keySet());
    Map<String, JsonElement> shapes = golden.getAsJsonObject("buffer_shapes").asMap();
    assertEquals(new TreeMap<>(shapes).keySet(), buffers.keySet());
    shapes.forEach(
        (buffer, shape) -> assertEquals(sides(shape), sides(buffers.get(buffer)), buffer));
    if (Golden.class.getResource("/golden/" + name + "/model_buffers_small.npz") == null) {
      return;
    }
    NpzFile small = Golden.npz(name + "/model_buffers_small.npz");
    for (String buffer : small.names()) {
      NDArray actual = buffers.get(buffer);
      if (buffer.endsWith("_index")) {
        assertArrayEquals(small.entry(buffer).bytes(), Ops.bytes(actual).array(), buffer);
      } else {
        double difference = difference(small.entry(buffer).floats(), Ops.floats(actual));
        Measured.within(BUFFER, difference, name, "buffers");
      }
    }
  }

  private static double difference(float[] expected, float[] actual) {
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i] - actual[i]));
    }
    return largest;
  }

  private static List<Long> sides(JsonElement shape) {
    JsonArray array = shape.getAsJsonArray();
    return array.asList().stream().map(JsonElement::getAsLong).toList();
  }

  private static List<Long> sides(NDArray array) {
    return Arrays.stream(array.getShape().getShape()).boxed().toList();
  }

  // As the note of the cases gives it.
  private static NDArray formulaImage(TorchEngine engine, int size) {
    float[] x = new float[3 * size * size];
    for (int c = 0, at = 0; c < 3; c++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++, at++) {
          int v = (83 * c + 3 * i + 5 * j + 7 * ((i * j) % 17)) % 256;
          x[at] = (v - 128) / 64f;
        }
      }
    }
    return engine.manager().create(x, new Shape(1, 3, size, size));
  }
}
