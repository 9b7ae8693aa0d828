package io.simmim.core.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Measured;
import io.simmim.core.testing.NpzFile;
import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AvgDistGoldenTest {

  private static PatchMask mask(NpzFile.Entry entry) {
    byte[] bytes = entry.bytes();
    long[] values = new long[bytes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes[i];
    }
    return PatchMask.of(entry.shape()[0], entry.shape()[1], values);
  }

  @Test
  void isTheOfficialValueOfEveryMask() {
    NpzFile masks = Golden.npz("H_avgdist/masks.npz");
    int compared = 0;
    for (JsonElement element : Golden.json("H_avgdist/avgdist.json").getAsJsonArray("rows")) {
      JsonObject row = element.getAsJsonObject();
      PatchMask mask = mask(masks.entry(row.get("mask").getAsString()));
      assertEquals(row.get("masked_patches").getAsInt(), mask.hiddenCount());
      OptionalDouble distance = AvgDist.of(mask, row.get("mask_patch").getAsInt());
      if (row.get("avg_dist").isJsonNull()) {
        assertEquals(OptionalDouble.empty(), distance);
      } else {
        double difference = Math.abs(row.get("avg_dist").getAsDouble() - distance.orElseThrow());
        Measured.within(1e-9, difference, "H_avgdist", "AvgDist, pixels");
      }
      compared++;
    }
    assertEquals(32, compared);
  }

  @Test
  void equalsTheSearchThroughAllPixelsOfAnOblongMask() {
    SplittableRandom rng = new SplittableRandom(3);
    for (int round = 0; round < 50; round++) {
      BitSet hidden = new BitSet();
      for (int i = 0; i < 35; i++) {
        hidden.set(i, rng.nextDouble() < 0.02 * round);
      }
      PatchMask mask = new PatchMask(5, 7, hidden);
      if (!hidden.isEmpty() && hidden.cardinality() < 35) {
        assertEquals(search(mask), AvgDist.of(mask, 3).orElseThrow(), 1e-9, mask.toString());
      }
    }
  }

  private static double search(PatchMask mask) {
    double sum = 0;
    int count = 0;
    for (int row = 0; row < 15; row++) {
      for (int column = 0; column < 21; column++) {
        if (mask.hidden(row / 3, column / 3)) {
          sum += nearest(mask, row, column);
          count++;
        }
      }
    }
    return sum / count;
  }

  private static double nearest(PatchMask mask, int row, int column) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int y = 0; y < 15; y++) {
      for (int x = 0; x < 21; x++) {
        if (!mask.hidden(y / 3, x / 3)) {
          nearest = Math.min(nearest, Math.hypot(y - row, x - column));
        }
      }
    }
    return nearest;
  }

  @Test
  void aMaskThatHidesNothingHasNone() {
    assertTrue(AvgDist.of(new PatchMask(3, 4, new BitSet()), 4).isEmpty());
  }
}
