package io.simmim.core.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Measured;
import io.simmim.core.testing.NpzFile;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How many patches are hidden, and in which blocks, against the official generator. */
class MaskGeneratorGoldenTest {

  private static final String CASE = "I_mask_generator";

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
        int squares = row.getAsJsonArray("masked_mask_patches_per_ratio").get(i).getAsInt();
        Measured.exactly(squares, masks.hiddenMaskPatches(), CASE, "hidden mask patches");
        int patches = row.getAsJsonArray("masked_model_tokens_per_ratio").get(i).getAsInt();
        Measured.exactly(patches, mask.hiddenCount(), CASE, "hidden model patches");
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
      int hidden = row.get(2).getAsInt();
      Measured.exactly(hidden, masks.hiddenMaskPatches(), CASE, "hidden mask patches");
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
