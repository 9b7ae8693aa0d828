package io.simmim.core.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.NpzFile;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MaskGeneratorTest {

  private static JsonObject golden() {
    return Golden.json("I_mask_generator/mask_counts.json");
  }

  @Test
  void hidesExactlyAsManyPatchesAsTheOfficialCodeForEverySizeAndRatio() {
    JsonObject golden = golden();
    JsonArray ratios = golden.getAsJsonArray("ratios");
    int counted = 0;
    for (JsonElement element : golden.getAsJsonArray("rows")) {
      JsonObject row = element.getAsJsonObject();
      if (!row.get("raises").isJsonNull()) {
        continue;
      }
      for (int i = 0; i < ratios.size(); i++) {
        MaskGenerator masks = generator(row, ratios.get(i).getAsDouble());
        PatchMask mask = masks.generate(new SplittableRandom(i));
        assertEquals(row.get("mask_patches").getAsInt(), masks.maskPatches());
        assertEquals(
            row.getAsJsonArray("masked_mask_patches_per_ratio").get(i).getAsInt(),
            masks.hiddenMaskPatches());
        assertEquals(
            row.getAsJsonArray("masked_model_tokens_per_ratio").get(i).getAsInt(),
            mask.hiddenCount());
        assertEquals(row.getAsJsonArray("mask_shape").get(0).getAsInt(), mask.height());
        assertEquals(row.getAsJsonArray("mask_shape").get(1).getAsInt(), mask.width());
        assertEquals(masks.realRatio(), mask.ratio(), 1e-12);
        counted++;
      }
    }
    assertEquals(21 * 9, counted);
  }

  @Test
  void hidesInTheSameBlocksAndNumbersAsTheMasksOfTheOfficialCode() {
    NpzFile samples = Golden.npz("I_mask_generator/samples.npz");
    assertLikeOurs(samples.entry("sample0_S192_mp32_pp4"), new MaskGenerator(192, 32, 4, 0.6));
    assertLikeOurs(samples.entry("sample1_S96_mp16_pp16"), new MaskGenerator(96, 16, 16, 0.5));
  }

  private static void assertLikeOurs(NpzFile.Entry official, MaskGenerator masks) {
    int side = official.shape()[1];
    assertEquals(masks.gridSize(), side);
    byte[] values = official.bytes();
    int scale = masks.maskPatchSize() / masks.modelPatchSize();
    for (int sample = 0; sample < official.shape()[0]; sample++) {
      int start = sample * side * side;
      int hidden = 0;
      for (int i = 0; i < side * side; i++) {
        hidden += values[start + i];
        int corner = i / side / scale * scale * side + i % side / scale * scale;
        assertEquals(values[start + corner], values[start + i]);
      }
      assertEquals(masks.hiddenMaskPatches() * scale * scale, hidden);
      assertEquals(hidden, masks.generate(new SplittableRandom(sample)).hiddenCount());
    }
  }

  @Test
  void refusesTheSizeCombinationsThatTheOfficialCodeRefuses() {
    int refused = 0;
    for (JsonElement element : golden().getAsJsonArray("rows")) {
      JsonObject row = element.getAsJsonObject();
      if (row.get("raises").isJsonNull()) {
        continue;
      }
      Exception fault =
          assertThrows(IllegalArgumentException.class, () -> generator(row, 0.6), row.toString());
      assertTrue(fault.getMessage().contains("expected"), fault.getMessage());
      refused++;
    }
    assertEquals(9, refused);
  }

  @Test
  void roundsTheHiddenCountUpInDoubleArithmetic() {
    for (JsonElement element : golden().getAsJsonArray("ceil_table_tokencount_ratio_maskcount")) {
      JsonArray row = element.getAsJsonArray();
      int side = (int) Math.sqrt(row.get(0).getAsInt());
      MaskGenerator masks = new MaskGenerator(side * 4, 4, 4, row.get(1).getAsDouble());
      assertEquals(row.get(2).getAsInt(), masks.hiddenMaskPatches(), row.toString());
    }
  }

  @Test
  void hidesWholeMaskPatches() {
    PatchMask mask = new MaskGenerator(96, 32, 4, 0.5).generate(new SplittableRandom(3));
    for (int row = 0; row < 24; row++) {
      for (int column = 0; column < 24; column++) {
        assertEquals(mask.hidden(row / 8 * 8, column / 8 * 8), mask.hidden(row, column));
      }
    }
  }

  @Test
  void hidesEveryMaskPatchEquallyOften() {
    MaskGenerator masks = new MaskGenerator(48, 16, 16, 4.0 / 9);
    int[] counts = new int[9];
    SplittableRandom rng = new SplittableRandom(5);
    for (int i = 0; i < 9000; i++) {
      long[] values = masks.generate(rng).toLongs();
      for (int cell = 0; cell < 9; cell++) {
        counts[cell] += (int) values[cell];
      }
    }
    for (int count : counts) {
      assertEquals(4000, count, 250);
    }
  }

  @Test
  void theSameGeneratorStateGivesTheSameMask() {
    MaskGenerator masks = new MaskGenerator(192, 32, 4, 0.6);
    PatchMask first = masks.generate(new SplittableRandom(1));
    assertEquals(first, masks.generate(new SplittableRandom(1)));
    assertNotEquals(first, masks.generate(new SplittableRandom(2)));
  }

  @Test
  void refusesRatiosOutsideZeroToOne() {
    for (double ratio : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class, () -> new MaskGenerator(64, 16, 16, ratio), "" + ratio);
    }
  }

  private static MaskGenerator generator(JsonObject row, double ratio) {
    return new MaskGenerator(
        row.get("input_size").getAsInt(),
        row.get("mask_patch_size").getAsInt(),
        row.get("model_patch_size").getAsInt(),
        ratio);
  }
}
