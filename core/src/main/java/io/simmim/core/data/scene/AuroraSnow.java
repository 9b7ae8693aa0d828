package io.simmim.core.data.scene;

import static io.simmim.core.data.scene.Curves.clamp;
import static io.simmim.core.data.scene.Curves.pick;
import static io.simmim.core.data.scene.Curves.smooth;

import java.util.random.RandomGenerator;

/** Northern lights and stars above snow-covered mountains. */
final class AuroraSnow implements Scene, Terrain.Ground {

  // Lower border of the curtains, upper border, sky.
  private static final int[] GREEN = {0x3dff9a, 0x3a5fd0, 0x0a1a38};
  private static final int[] VIOLET = {0x46f0a8, 0xa04ae0, 0x120f34};
  private static final int[] TEAL = {0x40e8d0, 0x2f7fe8, 0x071f36};

  private final Noise shape;
  private final Noise light;
  private final double horizon;
  private final double strength;
  private final Rgb lower;
  private final Rgb upper;
  private final Rgb night;
  private final Curtain[] curtains;

  /** A folded band: its foot in the sky, how high it reaches and how bright it is. */
  private record Curtain(double foot, double tilt, double reach, double brightness, double salt) {}

  AuroraSnow(RandomGenerator rng) {
    int[] palette = pick(rng, GREEN, VIOLET, TEAL);
    shape = new Noise(rng.nextLong());
    light = new Noise(rng.nextLong());
    horizon = rng.nextDouble(0.58, 0.72);
    strength = rng.nextDouble(0.7, 1.3);
    lower = Rgb.hex(palette[0]);
    upper = Rgb.hex(palette[1]);
    night = Rgb.hex(palette[2]);
    curtains = new Curtain[rng.nextInt(2, 4)];
    for (int i = 0; i < curtains.length; i++) {
      curtains[i] =
          new Curtain(
              rng.nextDouble(0.3, 0.62) * horizon / 0.65,
              rng.nextDouble(-0.3, 0.3),
              rng.nextDouble(0.18, 0.4),
              rng.nextDouble(0.5, 1.1),
              rng.nextDouble(0, 50));
    }
  }

  @Override
  public void paint(Frame frame) {
    frame.shadeSmooth(0, 1, this::sky);
    paintStars(frame);
    new Terrain(this, 1.1, horizon, 45).paint(frame);
  }

  private Rgb sky(double x, double y) {
    Rgb colour = night.mix(lower.times(0.14).plus(night), 0.75 * Math.pow(clamp(y / horizon), 3));
    for (Curtain curtain : curtains) {
      colour = colour.plus(glow(curtain, x, y));
    }
    return colour;
  }

  private Rgb glow(Curtain curtain, double x, double y) {
    double folds = 0.13 * light.fbm(x * 2.2 + curtain.salt(), curtain.salt(), 3);
    double foot = curtain.foot() + curtain.tilt() * (x - 0.5) + folds;
    double above = foot - y;
    double lean = x + 0.12 * above;
    double rays = 0.45 + 0.9 * light.fbm(lean * 13 + curtain.salt(), 3.5 + 0.6 * y, 3);
    double patch = smooth(-0.35, 0.35, light.at(x * 1.7 + curtain.salt() * 2, 1.5));
    double reach = curtain.reach() * (0.6 + 0.9 * clamp(rays));
    double profile = smooth(-0.035, 0.03, above) * Math.exp(-Math.max(0, above) / reach * 2.4);
    double brightness =
        1.5 * strength * curtain.brightness() * profile * patch * clamp(0.25 + rays);
    Rgb hue = lower.mix(upper, clamp(above / curtain.reach()));
    return hue.mix(new Rgb(0.7, 0.8, 0.8), 0.12).times(brightness);
  }

  private void paintStars(Frame frame) {
    for (int i = 0; i < 260; i++) {
      double magnitude = Math.pow(light.cell(i, 2), 5);
      Rgb tint = new Rgb(0.8, 0.87, 1).mix(new Rgb(1, 0.85, 0.7), light.cell(i, 3));
      Discs.paint(
          frame,
          light.cell(i, 0),
          light.cell(i, 1) * horizon,
          0.0012 + 0.0014 * magnitude,
          0.001,
          tint.times(0.5 + 3.5 * magnitude),
          0.85);
    }
  }

  @Override
  public double height(double x, double z) {
    double peaks = shape.ridged(x * 0.09 + 3, z * 0.1, 6) * smooth(4, 20, z) * 6.5;
    double drifts = 0.25 * shape.at(x * 0.35, z * 0.35) + 0.03 * shape.at(x * 1.7, z * 1.7);
    return peaks + drifts * smooth(14, 3, z);
  }

  @Override
  public Rgb colour(double x, double z, double height, double slopeX, double slopeZ) {
    double length = Math.sqrt(slopeX * slopeX + slopeZ * slopeZ + 1);
    double steep = 1 - 1 / length;
    double rough = light.fbm(x * 3, z * 3, 3);
    double rock = smooth(0.3, 0.55, steep + 0.35 * rough) * smooth(3, 8, z);
    Rgb ground = new Rgb(0.82, 0.86, 0.95).mix(new Rgb(0.06, 0.065, 0.08), rock);
    double up = clamp((0.75 - 0.5 * slopeZ + 0.25 * slopeX) / length);
    double moon = clamp((0.2 + 0.8 * slopeX) / length);
    Rgb illumination =
        lower
            .times(0.2 * strength * up)
            .plus(night.times(1.2 * up))
            .plus(new Rgb(0.2, 0.23, 0.32).times(moon));
    return ground
        .times(illumination)
        .mix(sky(0.5, horizon - 0.05).times(0.8), 1 - Math.exp(-z * 0.02));
  }
}
