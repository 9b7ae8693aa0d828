package io.simmim.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Measured;
import io.simmim.core.testing.NpzFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderGoldenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bilevel.png",
        "cmyk.jpg",
        "exif_orientation6.jpg",
        "gray.jpg",
        "gray.png",
        "gray_alpha.png",
        "palette.png",
        "palette_transparent.png",
        "progressive.jpg",
        "rgb_420.jpg",
        "rgb_444.jpg",
        "rgb_small.png",
        "rgba.png"
      })
  void decodesEveryPixelAsPillowDoes(String name) throws Exception {
    NpzFile.Entry expected = Golden.npz("G_data/decoded_rgb.npz").entry(name);
    RgbImage image = new ImageDecoder().decode(Golden.path("G_data/images/" + name));
    assertEquals(expected.shape()[0], image.height());
    assertEquals(expected.shape()[1], image.width());
    Measured.exactly(expected.bytes(), image.rgb(), "G_data", "decoded pictures, levels");
  }
}
