package io.simmim.workbench.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A folder of small pictures to train on. */
public final class SmallPhotos {

  private static final int SIDE = 40;

  private SmallPhotos() {}

  /** Writes {@code count} PNG files and returns their folder. */
  public static Path write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < count; i++) {
      BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          float wave = (float) (0.5 + 0.5 * Math.sin((x + y * i) / 7.0));
          image.setRGB(x, y, Color.HSBtoRGB((float) i / count, 0.6f, wave));
        }
      }
      ImageIO.write(image, "png", folder.resolve("photo" + i + ".png").toFile());
    }
    return folder;
  }
}
