package io.simmim.core.data.scene;

import static io.simmim.core.data.scene.Curves.bell;
import static io.simmim.core.data.scene.Curves.clamp;
import static io.simmim.core.data.scene.Curves.pick;

import java.util.random.RandomGenerator;

/** The sun low over an open sea that mirrors the sky in broken waves. */
final class SunsetSea implements Scene {

  private final double horizon;
  private final double swell;
  private final double coast;
  private final Noise waves;
  private final Sky sky;
  private final Rgb depth;

  SunsetSea(RandomGenerator rng) {
    horizon = rng.nextDouble(0.42, 0.62);
    swell = rng.nextDouble(0.6, 1.3);
    coast = pick(rng, -9.0, -0.15, 1.15, 0.1);
    waves = new Noise(rng.nextLong());
    int[] palette = pick(rng, EVENING, PINK, GOLD, BLUE_HOUR);
    depth = Rgb.hex(palette[5]);
    sky =
        new Sky(
            new Sky.Air(Rgb.hex(palette[0]), Rgb.hex(palette[1])),
            new Sky.Sun(
                rng.nextDouble(0.15, 0.85),
                rng.nextDouble(-0.012, 0.07),
                Rgb.hex(palette[2]),
                rng.nextDouble(0.6, 1.0)),
            new Sky.Clouds(
                new Noise(rng.nextLong()),
                rng.nextDouble(0.45, 0.8),
                rng.nextDouble(0.5, 1.0),
                Rgb.hex(palette[3]),
                Rgb.hex(palette[4])));
  }

  // Zenith, horizon, sun, lit clouds, shaded clouds, deep water.
  private static final int[] EVENING = {0x2f4a78, 0xe08a48, 0xffa85c, 0xff9a5c, 0x4a3c58, 0x0a1c2a};
  private static final int[] PINK = {0x45508f, 0xe8a08c, 0xff9e78, 0xffa0a0, 0x54487a, 0x141d3a};
  private static final int[] GOLD = {0x51688a, 0xecb766, 0xffcf85, 0xffcb88, 0x5f5450, 0x122024};
  private static final int[] BLUE_HOUR = {
    0x1d2c55, 0xc9785a, 0xff9a5c, 0xd98a78, 0x2c3358, 0x081424
  };

  @Override
  public void paint(Frame frame) {
    frame.shadeSmooth(0, horizon + 0.01, (x, y) -> sky.at(x, horizon - y));
    frame.shade(horizon - 0.1, horizon, (x, y) -> headland(frame, x, y));
    frame.shade(horizon, 1, (x, y) -> water(frame, x, y));
  }

  /** On some coasts a hilly tongue of land reaches in from one side. */
  private Rgb headland(Frame frame, double x, double y) {
    Rgb behind = frame.get(frame.pixel(x), frame.pixel(y));
    double inland = clamp(1 - Math.abs(x - coast) / 0.5);
    double height = inland * (0.05 + 0.05 * waves.fbm(x * 4, 0.5, 5));
    double edge = clamp((height - horizon + y) * frame.side());
    return behind.mix(depth.mix(sky.air().horizon(), 0.35), edge);
  }

  private Rgb water(Frame frame, double x, double y) {
    double below = y - horizon + 0.004;
    double distance = 0.055 / below;
    double u = (x - 0.5) * distance * 30;
    double v = distance * 95;
    double near = clamp(below * 3);
    double slope = waves.fbm(u * 0.5, v * 0.5, 3) * 1.4 + waves.at(u * 2.3, v * 2.1) * near;
    double tilt = waves.at(u * 0.9 + 40, v * 0.7) + 0.5 * waves.at(u * 3.1, v * 2.9) * near;
    double steep = slope * swell;
    double mirrored = horizon - below * (0.55 + 0.25 * steep) - 0.045 * Math.abs(steep);
    Rgb reflection = frame.sample(x + 0.02 * tilt * (0.3 + near), mirrored);
    double fresnel = clamp(0.35 + 0.55 * Math.exp(-below * 4.5) + 0.22 * steep);
    Rgb colour = depth.mix(reflection, fresnel);
    double column = bell(x - sky.sun().x(), 0.03 + 0.25 * below);
    double sparkle = Math.max(0, steep + 0.35 * tilt - 0.12);
    double strength = column * (3 * sparkle * sparkle + 0.5 * Math.exp(-below * 14));
    Rgb lit = colour.plus(sky.sun().light().times(strength));
    return lit.mix(frame.sample(x, horizon - 0.01), Math.exp(-below * 60) * 0.7);
  }
}
