package io.simmim.core.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.checkpoint.SavedFile;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.model.Models;
import io.simmim.core.model.Pass;
import io.simmim.core.model.SimMim;
import io.simmim.core.model.StateDict;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.testing.Measured;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file that {@code SwinForMaskedImageModeling.save_pretrained} wrote, in the model here. */
class HuggingFaceModelTest {

  private static final int SIDE = 48;
  private static final int BATCH = 2;
  private static final int STEP = 61;
  private static final String CONFIG =
      """
      MODEL: {TYPE: swin, DROP_PATH_RATE: 0.0,
        SWIN: {EMBED_DIM: 4, DEPTHS: [2, 1], NUM_HEADS: [1, 2], WINDOW_SIZE: 3, PATCH_SIZE: 4}}
      DATA: {IMG_SIZE: 48, MASK_PATCH_SIZE: 8}
      """;

  private static Map<String, TensorData> tensors(String file) throws Exception {
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    ((Map<?, ?>) SavedFile.read(NameLists.path(file)).root())
        .forEach((name, tensor) -> tensors.put((String) name, (TensorData) tensor));
    return tensors;
  }

  // As in write_names.py: exact in float32.
  private static NDArray images(TorchEngine engine) {
    float[] x = new float[BATCH * 3 * SIDE * SIDE];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i * 37 % 255 - 127) / 64f;
    }
    return engine.manager().create(x, new Shape(BATCH, 3, SIDE, SIDE));
  }

  private static NDArray mask(TorchEngine engine) {
    int grid = SIDE / 4;
    float[] hidden = new float[BATCH * grid * grid];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = i * 7 % 5 < 3 ? 1 : 0;
    }
    return engine.manager().create(hidden, new Shape(BATCH, grid, grid));
  }

  @Test
  void reconstructsAsItsOwnLibraryDoes() throws Exception {
    ExperimentConfig config =
        new ConfigLoader().parse(CONFIG, Path.of("."), "tiny", Overrides.none()).orThrow();
    OfficialWeights weights = OfficialWeights.of(tensors("hf5-swin-model.safetensors"));
    assertEquals(NameScheme.HUGGING_FACE, weights.scheme());
    try (TorchEngine engine = TorchEngine.start("cpu")) {
      engine.enterThread(false);
      try (Scope scope = Scope.open();
          SimMim model = Models.simMim(engine, config, 0)) {
        Map<String, Object> state = StateDict.capture(model.parameters());
        state.putAll(weights.tensors());
        StateDict.load(engine, model.parameters(), state);
        NDArray picture =
            model.forward(images(engine), mask(engine), Pass.TRAINING).reconstruction();
        float[] all = picture.toFloatArray();
        float[] expected = tensors("hf5-swin-output.safetensors").get("every_61st").floats();
        float[] found = new float[expected.length];
        for (int i = 0; i < found.length; i++) {
          found[i] = all[i * STEP];
        }
        Measured.within(1e-4, expected, found, "hf5-swin-model", "x_rec");
      }
    }
  }
}
