package io.simmim.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.DataException;
import io.simmim.core.testing.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageEncoderTest {

  @TempDir Path folder;

  @Test
  void pngKeepsEveryPixelAndLeavesNothingElseBehind() throws Exception {
    RgbImage image = Pictures.gradient(31, 17);
    Path file = folder.resolve("new/folder/picture.png");
    ImageEncoder.png().write(image, file);
    ImageEncoder.png().write(image, file);
    assertEquals(image, new ImageDecoder().decode(file));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void jpegStaysCloseToThePicture() throws Exception {
    RgbImage image = Pictures.gradient(64, 48);
    RgbImage decoded =
        new ImageDecoder().decode(ImageEncoder.jpeg(0.92f).encode(image), "gradient");
    int worst = 0;
    for (int i = 0; i < image.rgb().length; i++) {
      worst = Math.max(worst, Math.abs((image.rgb()[i] & 0xff) - (decoded.rgb()[i] & 0xff)));
    }
    assertTrue(worst <= 12, "worst difference " + worst);
  }

  @Test
  void saysWhichFileCouldNotBeWritten() throws Exception {
    Path blocked = Files.writeString(folder.resolve("file"), "not a folder").resolve("picture.png");
    DataException fault =
        assertThrows(
            DataException.class, () -> ImageEncoder.png().write(Pictures.gradient(2, 2), blocked));
    assertTrue(fault.getMessage().contains(blocked.toString()), fault.getMessage());
  }
}
