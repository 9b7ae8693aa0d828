package io.simmim.core.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.NpzFile;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.random.RandomGenerator;
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
      assertArrayEquals(expected.entry(key).bytes(), crop.rgb(), key);
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
      RgbImage result =
          row.get("test_crop").getAsBoolean()
              ? new CenterSquare(size).apply(image(row))
              : new Resize(size, size, Interpolation.BICUBIC).apply(image(row));
      String key = row.get("key").getAsString();
      assertArrayEquals(expected.entry(key).bytes(), result.rgb(), key);
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
    assertArrayEquals(golden.entry("tensor_chw").floats(), tensor.array(), 1e-6f);
  }

  @Test
  void drawsTheBoxesOfTorchvisionFromTheSameRandomNumbers() {
    int compared = 0;
    for (JsonElement element :
        Golden.json("G_data/random_params.json")
            .getAsJsonArray("random_resized_crop_torchvision")) {
      JsonObject row = element.getAsJsonObject();
      JsonElement box = row.get("box_ijhw");
      int width = row.get("width").getAsInt();
      int height = row.get("height").getAsInt();
      CropBox drawn = crop(row).sample(width, height, new ReplayedDraws(row));
      int[] expected = new int[4];
      for (int i = 0; i < expected.length; i++) {
        expected[i] = box.getAsJsonArray().get(i).getAsInt();
      }
      assertEquals(new CropBox(expected[0], expected[1], expected[2], expected[3]), drawn);
      compared++;
    }
    assertEquals(EXPECTED_BOXES, compared);
  }

  private static final int EXPECTED_BOXES = 24;

  private static RandomResizedCrop crop(JsonObject row) {
    return new RandomResizedCrop(
        row.getAsJsonArray("scale").get(0).getAsDouble(),
        row.getAsJsonArray("scale").get(1).getAsDouble(),
        row.getAsJsonArray("ratio").get(0).getAsDouble(),
        row.getAsJsonArray("ratio").get(1).getAsDouble(),
        true);
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

  /** Gives the numbers that the official run drew, mapped back to the unit interval. */
  private static final class ReplayedDraws implements RandomGenerator {
    private final Queue<Double> units = new ArrayDeque<>();
    private final Queue<Integer> positions = new ArrayDeque<>();

    ReplayedDraws(JsonObject row) {
      double[] from = {row.getAsJsonArray("scale").get(0).getAsDouble(), logRatio(row, 0)};
      double[] to = {row.getAsJsonArray("scale").get(1).getAsDouble(), logRatio(row, 1)};
      int kind = 0;
      for (JsonElement draw : row.getAsJsonArray("uniform_draws")) {
        units.add((draw.getAsDouble() - from[kind]) / (to[kind] - from[kind]));
        kind = 1 - kind;
      }
      row.getAsJsonArray("randint_draws").forEach(draw -> positions.add(draw.getAsInt()));
    }

    private static double logRatio(JsonObject row, int end) {
      return (float) Math.log(row.getAsJsonArray("ratio").get(end).getAsDouble());
    }

    @Override
    public double nextDouble() {
      return units.remove();
    }

    @Override
    public int nextInt(int bound) {
      return positions.remove();
    }

    @Override
    public long nextLong() {
      throw new IllegalStateException("unexpected draw");
    }
  }
}
