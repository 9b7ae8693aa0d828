package io.simmim.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Measured;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomParametersGoldenTest {

  private static final JsonObject GOLDEN = Golden.json("G_data/random_params.json");

  @Test
  void drawsTheBoxesOfTorchvisionFromTheSameRandomNumbers() {
    double logRatio = (float) Math.log(4.0 / 3);
    compare("random_resized_crop_torchvision", RandomResizedCrop.PRETRAIN, logRatio, 24);
  }

  @Test
  void drawsTheBoxesOfTimmFromTheSameRandomNumbers() {
    double logRatio = Math.log(4.0 / 3);
    compare("random_resized_crop_timm", RandomResizedCrop.FINE_TUNE, logRatio, 15);
  }

  private static void compare(String name, RandomResizedCrop crop, double logRatio, int rows) {
    JsonArray golden = GOLDEN.getAsJsonArray(name);
    assertEquals(rows, golden.size());
    for (JsonElement element : golden) {
      JsonObject row = element.getAsJsonObject();
      double least = crop.float32() ? (float) Math.log(3.0 / 4) : Math.log(3.0 / 4);
      ReplayedDraws draws = ReplayedDraws.ofCrop(row, least, logRatio);
      CropBox drawn = crop.sample(row.get("width").getAsInt(), row.get("height").getAsInt(), draws);
      CropBox expected = box(row.getAsJsonArray("box_ijhw"));
      Measured.exactly(expected.equals(drawn) ? 0 : 1, 0, "G_data", "random crops, other boxes");
      assertTrue(draws.isUsedUp(), row.toString());
    }
  }

  private static CropBox box(JsonArray box) {
    int[] sides = IntStream.range(0, 4).map(i -> box.get(i).getAsInt()).toArray();
    return new CropBox(sides[0], sides[1], sides[2], sides[3]);
  }

  @Test
  void erasesTheBoxesOfTimmFromTheSameRandomNumbers() {
    int erased = 0;
    for (JsonElement element : GOLDEN.getAsJsonArray("random_erasing_timm")) {
      JsonObject row = element.getAsJsonObject();
      int height = row.get("height").getAsInt();
      int width = row.get("width").getAsInt();
      float[] image = new float[2 * height * width];
      Arrays.fill(image, 1);
      ReplayedDraws draws = ReplayedDraws.ofErasing(row);
      new RandomErasing(row.get("prob").getAsDouble(), RandomErasing.Fill.CONST, 1)
          .apply(FloatBuffer.wrap(image), height, width, draws);
      float[] expected = new float[image.length];
      Arrays.fill(expected, 1);
      if (!row.get("erased_top_left_h_w").isJsonNull()) {
        CropBox box = box(row.getAsJsonArray("erased_top_left_h_w"));
        for (int y = box.top(); y < box.top() + box.height(); y++) {
          for (int plane = 0; plane < 2; plane++) {
            int from = (plane * height + y) * width + box.left();
            Arrays.fill(expected, from, from + box.width(), 0);
          }
        }
        erased++;
      }
      Measured.within(0, expected, image, "G_data", "random erasing");
      assertTrue(draws.isUsedUp(), row.toString());
    }
    assertEquals(3, erased);
  }

  @Test
  void boxesHaveTheOfficialDistributions() {
    GOLDEN
        .getAsJsonObject("distributions")
        .entrySet()
        .forEach(entry -> compare(entry.getKey(), entry.getValue().getAsJsonObject()));
  }

  private static void compare(String name, JsonObject golden) {
    String[] sides = name.substring(name.lastIndexOf('_') + 1).split("x", -1);
    int width = Integer.parseInt(sides[0]);
    int height = Integer.parseInt(sides[1]);
    RandomResizedCrop crop =
        name.startsWith("timm") ? RandomResizedCrop.FINE_TUNE : RandomResizedCrop.PRETRAIN;
    SplittableRandom rng = new SplittableRandom(4);
    CropBox[] boxes = new CropBox[golden.get("n").getAsInt()];
    Arrays.setAll(boxes, i -> crop.sample(width, height, rng));
    double[] areas =
        Arrays.stream(boxes)
            .mapToDouble(box -> (double) box.width() * box.height() / (width * height))
            .toArray();
    double[] ratios =
        Arrays.stream(boxes)
            .mapToDouble(box -> Math.log((double) box.width() / box.height()))
            .toArray();
    assertEquals(golden.get("area_fraction_mean").getAsDouble(), mean(areas), 0.01, name);
    assertEquals(golden.get("area_fraction_std").getAsDouble(), std(areas), 0.005, name);
    assertEquals(golden.get("log_ratio_mean").getAsDouble(), mean(ratios), 0.01, name);
    assertEquals(golden.get("log_ratio_std").getAsDouble(), std(ratios), 0.005, name);
    double[] left =
        Arrays.stream(boxes)
            .filter(box -> box.width() < width)
            .mapToDouble(box -> (double) box.left() / (width - box.width()))
            .toArray();
    assertEquals(golden.get("rel_j_mean").getAsDouble(), mean(left), 0.02, name);
    if (!golden.get("rel_i_mean").isJsonNull()) {
      double[] top =
          Arrays.stream(boxes)
              .filter(box -> box.height() < height)
              .mapToDouble(box -> (double) box.top() / (height - box.height()))
              .toArray();
      assertEquals(golden.get("rel_i_mean").getAsDouble(), mean(top), 0.02, name);
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double std(double[] values) {
    double mean = mean(values);
    return Math.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }
}
