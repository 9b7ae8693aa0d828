package io.simmim.core.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Pictures;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedModelTest {

  private static final Path GOLDEN = Golden.path("A_pretrain_swin/ckpt_epoch_0.pth");

  @TempDir private Path folder;

  @Test
  void reconstructsOnePictureAfterAnother() throws Exception {
    try (ModelLoader loader = ModelLoader.start("cpu");
        LoadedModel model = loader.load(GOLDEN)) {
      assertEquals(96, model.config().data().imgSize());
      RgbImage image = Pictures.gradient(96, 96);
      PatchMask mask = MaskGenerator.of(model.config()).generate(new SplittableRandom(1));
      Reconstruction first = model.reconstruct(image, mask);
      assertEquals(image, first.original());
      assertEquals(mask, first.mask());
      assertTrue(first.loss() > 0);
      assertEquals(first.loss(), model.reconstruct(image, mask).loss());
    }
  }

  @Test
  void theHeadMakesTheSquareOfItsFeatureVector() throws Exception {
    CheckpointFile file = CheckpointFile.open(GOLDEN);
    Map<String, Object> weights = file.training().model();
    try (ModelLoader loader = ModelLoader.start("cpu");
        LoadedModel model = loader.load(GOLDEN)) {
      HeadShape head = model.head();
      assertEquals(32, head.stride());
      assertEquals(3072, head.outputs());
      float[] weight = floats(weights.get("decoder.0.weight"));
      float[] bias = floats(weights.get("decoder.0.bias"));
      assertEquals(weight.length + bias.length, head.parameters());
      RgbImage image = Pictures.gradient(96, 96);
      PatchMask mask = MaskGenerator.of(model.config()).generate(new SplittableRandom(1));
      float[] feature = model.feature(image, mask, 2, 1);
      assertEquals(head.features(), feature.length);
      float[] filled = model.reconstruct(image, mask).reconstruction();
      int output = (1 * 32 + 7) * 32 + 5; // channel 1, row 7 and column 5 of the square
      double sum = bias[output];
      for (int i = 0; i < feature.length; i++) {
        sum += weight[output * feature.length + i] * feature[i];
      }
      assertEquals(filled[(1 * 96 + 2 * 32 + 7) * 96 + 32 + 5], sum, 1e-4);
    }
  }

  private static float[] floats(Object tensor) {
    return ((TensorData) tensor).floats();
  }

  @Test
  void refusesInOneSentenceWhatCannotReconstruct() throws Exception {
    TrainingCheckpoint saved = CheckpointFile.open(GOLDEN).training();
    Map<String, Object> encoder = new LinkedHashMap<>(saved.model());
    encoder.keySet().removeIf(name -> !name.startsWith("encoder."));
    Path withoutDecoder = write("encoder.pth", encoder, saved.config());
    try (ModelLoader loader = ModelLoader.start("cpu")) {
      SimMimException parts =
          assertThrows(CheckpointException.class, () -> loader.load(withoutDecoder));
      assertTrue(parts.getMessage().contains("decoder"), parts.getMessage());
    }
  }

  @Test
  void takesTheModelThatTensorsAloneTell() throws Exception {
    TrainingCheckpoint saved = CheckpointFile.open(GOLDEN).training();
    Path bare = write("weights.pth", saved.model(), Map.of());
    try (ModelLoader loader = ModelLoader.start("cpu");
        LoadedModel stated = loader.load(GOLDEN);
        LoadedModel inferred = loader.load(bare)) {
      assertEquals(stated.config().data().imgSize(), inferred.config().data().imgSize());
      RgbImage image = Pictures.gradient(96, 96);
      PatchMask mask = MaskGenerator.of(stated.config()).generate(new SplittableRandom(1));
      assertEquals(
          stated.reconstruct(image, mask).loss(), inferred.reconstruct(image, mask).loss());
    }
  }

  private Path write(String name, Map<String, Object> model, Map<String, Object> config)
      throws CheckpointException {
    Path file = folder.resolve(name);
    new TrainingCheckpoint(
            model, Map.of(), Map.of(), 0, 0, Map.of(), config, List.of(), Optional.empty())
        .write(file);
    return file;
  }
}
