package io.simmim.core.testing;

import io.simmim.core.image.RgbImage;
import java.util.SplittableRandom;

/** Pictures that tests make themselves. */
public final class Pictures {

  private Pictures() {}

  /** Smooth, with a different slope in every channel and direction. */
  public static RgbImage gradient(int width, int height) {
    byte[] rgb = new byte[width * height * 3];
    for (int i = 0; i < width * height; i++) {
      rgb[3 * i] = (byte) (255 * (i % width) / width);
      rgb[3 * i + 1] = (byte) (255 * (i / width) / height);
      rgb[3 * i + 2] = (byte) (40 + 100 * (i % width) / width);
    }
    return new RgbImage(width, height, rgb);
  }

  public static RgbImage noise(int width, int height, long seed) {
    byte[] rgb = new byte[width * height * 3];
    new SplittableRandom(seed).nextBytes(rgb);
    return new RgbImage(width, height, rgb);
  }

  /** Noise with one bright channel: {@code tint} modulo 3. */
  public static RgbImage tinted(int width, int height, long seed, int tint) {
    byte[] rgb = noise(width, height, seed).rgb().clone();
    for (int i = 0; i < rgb.length; i++) {
      int half = (rgb[i] & 0xff) / 2;
      rgb[i] = (byte) (i % 3 == tint % 3 ? half + 128 : half);
    }
    return new RgbImage(width, height, rgb);
  }
}
