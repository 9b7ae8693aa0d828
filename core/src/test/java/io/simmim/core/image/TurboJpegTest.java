package io.simmim.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.testing.Golden;
import io.simmim.core.testing.NpzFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the system has the library; elsewhere the Java platform decodes, see ImageDecoderTest. */
class TurboJpegTest {

  private static final long MAX_PIXELS = ImageDecoder.DEFAULT_MAX_PIXELS;

  private TurboJpeg turbo;

  @BeforeEach
  void theSystemHasTheLibrary() {
    Assumptions.assumeTrue(TurboJpeg.FOUND.isPresent(), "libturbojpeg is not installed");
    turbo = TurboJpeg.FOUND.get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgb_420.jpg", "rgb_444.jpg", "gray.jpg", "progressive.jpg"})
  void everyPixelIsThatOfPillowAndOfTheJavaPlatform(String name) throws Exception {
    byte[] file = golden(name);
    NpzFile.Entry expected = Golden.npz("G_data/decoded_rgb.npz").entry(name);
    RgbImage image = turbo.decode(file, MAX_PIXELS).orElseThrow();
    assertEquals(new RgbImage(image.width(), image.height(), expected.bytes()), image);
    assertEquals(new ImageDecoder().decodeByPlatform(file, name), image);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cmyk.jpg", "rgba.png"})
  void inksAndOtherFormatsAreLeftToTheJavaPlatform(String name) throws Exception {
    assertEquals(Optional.empty(), turbo.decode(golden(name), MAX_PIXELS));
  }

  @Test
  void aFileThatEndsTooEarlyIsLeftToTheJavaPlatform() throws Exception {
    byte[] file = golden("rgb_420.jpg");
    byte[] half = Arrays.copyOf(file, file.length / 2);
    assertEquals(Optional.empty(), turbo.decode(half, MAX_PIXELS));
  }

  @Test
  void aPictureThatIsTooLargeIsLeftToTheJavaPlatform() throws Exception {
    assertEquals(Optional.empty(), turbo.decode(golden("rgb_420.jpg"), 10));
  }

  @Test
  void damagedFilesNeverEndTheProgram() throws Exception {
    Random random = new Random(7);
    int refused = 0;
    for (String name : new String[] {"rgb_420.jpg", "progressive.jpg", "gray.jpg"}) {
      byte[] file = golden(name);
      for (int i = 0; i < 300; i++) {
        byte[] damaged = file.clone();
        for (int hit = 0; hit < 4; hit++) {
          damaged[2 + random.nextInt(file.length - 2)] = (byte) random.nextInt();
        }
        refused += turbo.decode(damaged, 1_000_000).isEmpty() ? 1 : 0;
      }
    }
    assertTrue(refused > 0, "no damage was noticed");
  }

  private static byte[] golden(String name) throws Exception {
    Path path = Golden.path("G_data/images/" + name);
    return Files.readAllBytes(path);
  }
}
