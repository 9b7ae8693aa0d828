package io.simmim.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Measured;
import io.simmim.core.testing.NpzFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RandAugmentGoldenTest {

  private static final JsonObject GOLDEN = Golden.json("G_data/randaugment.json");

  /** timm's names, in our order. */
  private static final List<String> NAMES =
      GOLDEN.getAsJsonArray("op_order").asList().stream().map(JsonElement::getAsString).toList();

  private static AugmentOperation operation(String name) {
    return AugmentOperation.values()[NAMES.indexOf(name)];
  }

  @Test
  void operationsStandInTheOfficialOrder() {
    assertEquals(
        List.of(
            "AutoContrast",
            "Equalize",
            "Invert",
            "Rotate",
            "Posterize",
            "Solarize",
            "SolarizeAdd",
            "Color",
            "Contrast",
            "Brightness",
            "Sharpness",
            "ShearX",
            "ShearY",
            "TranslateX",
            "TranslateY"),
        NAMES.stream().map(name -> name.replaceFirst("Increasing$|Rel$", "")).toList());
    assertEquals(NAMES.size(), AugmentOperation.values().length);
  }

  @Test
  void changesEveryPixelAsPillowDoes() {
    NpzFile pictures = Golden.npz("G_data/randaugment.npz");
    int compared = 0;
    for (JsonElement element : GOLDEN.getAsJsonArray("cases")) {
      JsonObject row = element.getAsJsonObject();
      AugmentOperation operation = operation(row.get("op").getAsString());
      double argument =
          operation
              .strength(true)
              .of(row.get("magnitude").getAsDouble(), row.get("negated").getAsBoolean());
      JsonArray expected = row.getAsJsonArray("level_args");
      if (!expected.isEmpty()) {
        assertEquals(expected.get(0).getAsDouble(), argument, row.toString());
      }
      Interpolation filter =
          Interpolation.valueOf(row.get("interpolation").getAsString().toUpperCase(Locale.ROOT));
      NpzFile.Entry image = pictures.entry(row.get("image").getAsString());
      RgbImage result =
          operation.apply(
              new RgbImage(image.shape()[1], image.shape()[0], image.bytes()), argument, filter);
      byte[] expectedPixels = pictures.entry(row.get("key").getAsString()).bytes();
      Measured.exactly(expectedPixels, result.rgb(), "G_data", "RandAugment, levels");
      compared++;
    }
    assertEquals(43, compared);
  }

  @Test
  void levelsBecomeTheOfficialArguments() {
    int compared = 0;
    for (Map.Entry<String, JsonElement> entry :
        GOLDEN.getAsJsonObject("level_to_arg_positive_sign").entrySet()) {
      Strength strength = operation(entry.getKey()).strength(true);
      for (Map.Entry<String, JsonElement> level : entry.getValue().getAsJsonObject().entrySet()) {
        double expected = level.getValue().getAsJsonArray().get(0).getAsDouble();
        double actual = strength.of(Double.parseDouble(level.getKey()), false);
        Measured.exactly(expected, actual, "G_data", "RandAugment, arguments of strengths");
        compared++;
      }
    }
    assertEquals(12 * 11, compared);
  }
}
