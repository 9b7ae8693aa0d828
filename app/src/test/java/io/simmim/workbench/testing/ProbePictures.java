package io.simmim.workbench.testing;

import io.simmim.core.run.RunFolder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** Small landscapes standing in for probe images, blurrier the younger the run. */
final class ProbePictures {

  private static final int SIDE = 64;
  private static final int PATCH = 8;

  private ProbePictures() {}

  /**
   * @param learned 0..1, how sharp the reconstruction is
   */
  static void write(RunFolder folder, int epoch, int probes, double learned) throws IOException {
    for (int probe = 0; probe < probes; probe++) {
      int p = probe;
      IntBinaryOperator original = (x, y) -> pixel(p, x, y);
      IntBinaryOperator guess = (x, y) -> coarse(p, x, y, learned);
      save(folder.probeOriginal(probe), original);
      save(folder.probeMasked(probe), (x, y) -> hidden(p, x, y) ? 0x808080 : pixel(p, x, y));
      save(folder.probeReconstruction(epoch, probe), guess);
      save(
          folder.probeCombined(epoch, probe),
          (x, y) -> hidden(p, x, y) ? guess.applyAsInt(x, y) : pixel(p, x, y));
      save(folder.probeError(epoch, probe), (x, y) -> error(p, x, y, guess.applyAsInt(x, y)));
    }
  }

  private static boolean hidden(int probe, int x, int y) {
    return new Random(probe * 1000L + y / PATCH * 31L + x / PATCH).nextInt(10) < 6;
  }

  private static int pixel(int probe, int x, int y) {
    double hill = 36 + 10 * Math.sin((x + probe * 17) / 9.0) + 4 * Math.sin(x / 3.0);
    boolean sun = Math.hypot(x - 16 - probe * 9, y - 14) < 7;
    float hue = 0.55f + probe * 0.11f;
    return sun
        ? 0xffe9a8
        : y < hill
            ? Color.HSBtoRGB(hue, 0.35f, 0.95f - y / 120f)
            : Color.HSBtoRGB(hue - 0.25f, 0.5f, 0.65f - (float) (y - hill) / 90f);
  }

  private static int coarse(int probe, int x, int y, double learned) {
    int step = Math.max(1, (int) Math.round(8 * (1 - learned)));
    return pixel(probe, x / step * step + step / 2, y / step * step + step / 2);
  }

  private static int error(int probe, int x, int y, int guess) {
    int truth = pixel(probe, x, y);
    int difference = Math.abs((truth & 0xff) - (guess & 0xff));
    int level = hidden(probe, x, y) ? Math.min(255, difference * 4) : 0;
    return level << 16 | level / 2 << 8;
  }

  private static void save(Path file, IntBinaryOperator color) throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        image.setRGB(x, y, color.applyAsInt(x, y));
      }
    }
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }
}
