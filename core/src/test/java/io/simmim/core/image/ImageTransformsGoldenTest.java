package io.simmim.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Measured;
import io.simmim.core.testing.NpzFile;
import java.nio.FloatBuffer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ImageTransformsGoldenTest {

  @Test
  void cropsAndResizesEveryPixelAsPillowDoes() throws Exception {
    NpzFile expected = Golden.npz("G_data/resized_crop.npz");
    int compared = 0;
    for (JsonElement element : Golden.json("G_data/images.json").getAsJsonArray("resized_crop")) {
      JsonObject row = element.getAsJsonObject();
      int size = row.get("size").getAsInt();
      Interpolation filter =
          Interpolation.valueOf(row.get("interpolation").getAsString().toUpperCase(Locale.ROOT));
      RgbImage crop = new Resize(size, size, filter).apply(image(row), box(row));
      String key = row.get("key").getAsString();
      Measured.exactly(
          expected.entry(key).bytes(), crop.rgb(), "G_data", "crop and resize, levels");
      compared++;
    }
    assertEquals(9, compared);
  }

  @Test
  void evaluatesOnTheSameCentralPixelsAsTheOfficialTransform() throws Exception {
    NpzFile expected = Golden.npz("G_data/eval_transform.npz");
    int compared = 0;
    for (JsonElement element : Golden.json("G_data/images.json").getAsJsonArray("eval_transform")) {
      JsonObject row = element.getAsJsonObject();
      int size = row.get("img_size").getAsInt();
      boolean crop = row.get("test_crop").getAsBoolean();
      RgbImage result =
          new EvalTransform(size, crop, Interpolation.BICUBIC, Normalization.IMAGENET)
              .apply(image(row));
      String key = row.get("key").getAsString();
      Measured.exactly(
          expected.entry(key).bytes(), result.rgb(), "G_data", "evaluation transform, levels");
      compared++;
    }
    assertEquals(5, compared);
  }

  @Test
  void normalizesAsTorchvisionDoes() {
    NpzFile golden = Golden.npz("G_data/to_tensor_normalize.npz");
    FloatBuffer tensor = FloatBuffer.allocate(3 * 24 * 24);
    Normalization.IMAGENET.write(
        new RgbImage(24, 24, golden.entry("image_u8_hwc").bytes()), tensor);
    Measured.within(
        1e-6,
        golden.entry("tensor_chw").floats(),
        tensor.array(),
        "G_data",
        "to tensor and normalise");
  }

  private static RgbImage image(JsonObject row) throws Exception {
    return new ImageDecoder()
        .decode(Golden.path("G_data/images/" + row.get("image").getAsString()));
  }

  private static CropBox box(JsonObject row) {
    return new CropBox(
        row.get("i").getAsInt(),
        row.get("j").getAsInt(),
        row.get("h").getAsInt(),
        row.get("w").getAsInt());
  }
}
