package io.simmim.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Measured;
import io.simmim.core.testing.NpzFile;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MixupGoldenTest {

  private static final JsonObject GOLDEN = Golden.json("G_data/mixup.json");
  private static final NpzFile TENSORS = Golden.npz("G_data/mixup.npz");
  private static final SampleShape SHAPE = new SampleShape(3, 12, 16);
  private static final int BATCH = 4;

  @Test
  void mixesImagesAndTargetsAsTimmDoes() {
    int compared = 0;
    for (JsonElement element : GOLDEN.getAsJsonArray("cases")) {
      JsonObject row = element.getAsJsonObject();
      Mix mix = mix(row);
      assertEquals(row.get("lam_after_bbox").getAsDouble(), mix.lam(), 1e-12);
      Mix[] mixes = new Mix[BATCH];
      Arrays.fill(mixes, mix);
      FloatRows pixels = FloatRows.allocate(BATCH, SHAPE.values());
      pixels.memory().asFloatBuffer().put(TENSORS.entry("x").floats());
      new MixedRows(pixels, SHAPE).apply(mixes);
      float[] mixed = new float[BATCH * SHAPE.values()];
      pixels.memory().asFloatBuffer().get(mixed);
      float[] images = TENSORS.entry(row.get("key_x").getAsString()).floats();
      Measured.within(1e-6, images, mixed, "G_data", "mixup and cutmix, images");
      float[] targets = TENSORS.entry(row.get("key_targets").getAsString()).floats();
      Measured.within(1e-6, targets, targets(mix), "G_data", "mixup and cutmix, targets");
      compared++;
    }
    assertEquals(6, compared);
  }

  private static Mix mix(JsonObject row) {
    double lam = row.get("lam").getAsDouble();
    if (!row.get("cutmix").getAsBoolean()) {
      return new Mix.Blend(lam);
    }
    JsonArray center = row.getAsJsonArray("cy_cx_draws");
    CutBox box = CutBox.about(center.get(0).getAsInt(), center.get(1).getAsInt(), SHAPE, lam);
    assertEquals(box(row.getAsJsonArray("bbox_yl_yh_xl_xh")), box);
    return new Mix.Paste(box, box.outside(SHAPE));
  }

  private static CutBox box(JsonArray box) {
    return new CutBox(
        box.get(0).getAsInt(), box.get(1).getAsInt(), box.get(2).getAsInt(), box.get(3).getAsInt());
  }

  private static float[] targets(Mix mix) {
    LongBuffer labels = TENSORS.entry("labels").data().asLongBuffer();
    int classes = GOLDEN.get("num_classes").getAsInt();
    SoftTargets targets = new SoftTargets(GOLDEN.get("label_smoothing").getAsDouble(), classes);
    FloatBuffer rows = FloatBuffer.allocate(BATCH * classes);
    for (int row = 0; row < BATCH; row++) {
      int partner = (int) labels.get(BATCH - 1 - row);
      targets.write((int) labels.get(row), partner, mix.lam(), rows);
    }
    return rows.array();
  }

  @Test
  void boxesAreCutOffAtTheBorderAsInTimm() {
    JsonObject table = GOLDEN.getAsJsonObject("cutmix_bbox_table");
    SampleShape shape =
        new SampleShape(3, table.get("img_h").getAsInt(), table.get("img_w").getAsInt());
    int compared = 0;
    for (JsonElement element : table.getAsJsonArray("rows")) {
      JsonObject row = element.getAsJsonObject();
      CutBox box =
          CutBox.about(
              row.get("cy").getAsInt(),
              row.get("cx").getAsInt(),
              shape,
              row.get("lam").getAsDouble());
      assertEquals(box(row.getAsJsonArray("bbox")), box, row.toString());
      assertEquals(row.get("lam_corrected").getAsDouble(), box.outside(shape), 1e-12);
      compared++;
    }
    assertEquals(28, compared);
  }
}
