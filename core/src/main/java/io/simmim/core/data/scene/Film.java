package io.simmim.core.data.scene;

import io.simmim.core.image.RgbImage;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What camera and film do to the light: averaging over pixels, glow around lights, vignetting, a
 * filmic tone curve and grain.
 *
 * @param exposure factor of the light
 * @param glow share of bright light that is scattered
 * @param vignette loss of light in the corners
 * @param grain deviation in 8-bit levels
 */
record Film(double exposure, double glow, double vignette, double grain) {

  private static final int TABLE = 4096;
  private static final float[] ENCODED = new float[TABLE + 1];

  static {
    for (int i = 0; i <= TABLE; i++) {
      // The table is entered with the square root of the light, to be fine in the shadows.
      double light = (double) i / TABLE * i / TABLE;
      ENCODED[i] =
          (float)
              (255
                  * (light <= 0.0031308
                      ? 12.92 * light
                      : 1.055 * Math.pow(light, 1 / 2.4) - 0.055));
    }
  }

  /** A film of today's day. */
  static Film loaded(RandomGenerator rng) {
    return new Film(
        rng.nextDouble(0.9, 1.15),
        rng.nextDouble(0.15, 0.35),
        rng.nextDouble(0.1, 0.35),
        rng.nextDouble(1.2, 3));
  }

  /** Takes the picture with the given side in pixels. */
  RgbImage expose(Scene scene, int side, long grainSeed) {
    Frame frame = new Frame(side * scene.supersampling());
    scene.paint(frame);
    float[] light = average(frame, scene.supersampling());
    Glow.add(light, side, (float) glow);
    return develop(light, side, grainSeed);
  }

  private float[] average(Frame frame, int samples) {
    int side = frame.side() / samples;
    float[] light = new float[side * side * 3];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        Rgb sum = Rgb.BLACK;
        for (int i = 0; i < samples * samples; i++) {
          sum = sum.plus(frame.get(column * samples + i % samples, row * samples + i / samples));
        }
        double factor = exposure * falloff(column, row, side) / (samples * samples);
        int at = (row * side + column) * 3;
        light[at] = (float) (sum.r() * factor);
        light[at + 1] = (float) (sum.g() * factor);
        light[at + 2] = (float) (sum.b() * factor);
      }
    }
    return light;
  }

  private double falloff(int column, int row, int side) {
    double x = 2 * (column + 0.5) / side - 1;
    double y = 2 * (row + 0.5) / side - 1;
    double r2 = (x * x + y * y) / 2;
    return 1 - vignette * r2 * (0.4 + 0.6 * r2);
  }

  private RgbImage develop(float[] light, int side, long grainSeed) {
    SplittableRandom rng = new SplittableRandom(grainSeed);
    byte[] rgb = new byte[light.length];
    for (int i = 0; i < light.length; i += 3) {
      double common = (rng.nextDouble() + rng.nextDouble() + rng.nextDouble() - 1.5) * 2 * grain;
      for (int channel = 0; channel < 3; channel++) {
        double own = (rng.nextDouble() - 0.5) * grain;
        double level = encode(light[i + channel]) + common + own + 0.5;
        rgb[i + channel] = (byte) Math.max(0, Math.min(255, level));
      }
    }
    return new RgbImage(side, side, rgb);
  }

  /** Narkowicz's fit of the ACES tone curve, then the gamma of sRGB. */
  private static float encode(double light) {
    double x = Math.max(0, light) * 0.8;
    double toned = x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14);
    return ENCODED[(int) (Math.sqrt(Math.min(1, toned)) * TABLE)];
  }
}
