package io.simmim.core.data.scene;

import static io.simmim.core.data.scene.Curves.clamp;
import static io.simmim.core.data.scene.Curves.pick;
import static io.simmim.core.data.scene.Curves.smooth;

import java.util.random.RandomGenerator;

/** Sharp-crested dunes with wind ripples under a low sun. */
final class DesertDunes implements Scene, Terrain.Ground {

  // Zenith, horizon, sunlight, sand, light in the shadows.
  private static final int[] NOON = {0x3f74b5, 0xd9d3c0, 0xfff0d2, 0xd2a06a, 0x6f7f9e};
  private static final int[] EVENING = {0x4a6290, 0xf0bd8a, 0xffc48a, 0xc98a52, 0x5a5878};
  private static final int[] RED = {0x5b7fae, 0xe9c4a0, 0xffd0a0, 0xb8683c, 0x5c4f66};

  private final Noise shape;
  private final Noise detail;
  private final double horizon;
  private final double eye;
  private final double scale;
  private final double side;
  private final Rgb sunlight;
  private final Rgb sand;
  private final Rgb ambient;
  private final Sky sky;

  DesertDunes(RandomGenerator rng) {
    int[] palette = pick(rng, NOON, EVENING, RED);
    shape = new Noise(rng.nextLong());
    detail = new Noise(rng.nextLong());
    horizon = rng.nextDouble(0.3, 0.48);
    eye = rng.nextDouble(1.1, 1.7);
    scale = rng.nextDouble(0.16, 0.26);
    side = rng.nextBoolean() ? 1 : -1;
    sunlight = Rgb.hex(palette[2]);
    sand = Rgb.hex(palette[3]);
    ambient = Rgb.hex(palette[4]).times(0.55);
    sky =
        new Sky(
            new Sky.Air(Rgb.hex(palette[0]), Rgb.hex(palette[1])),
            new Sky.Sun(0.5 + side * 0.9, 0.35, sunlight, 0.5),
            new Sky.Clouds(
                new Noise(rng.nextLong()),
                rng.nextDouble(0, 0.4),
                1.2,
                Rgb.hex(0xf4ead8),
                Rgb.hex(0xb9b0ac)));
  }

  @Override
  public void paint(Frame frame) {
    frame.shadeSmooth(0, Math.min(1, horizon + 0.1), (x, y) -> sky.at(x, horizon - y));
    new Terrain(this, eye + 0.55, horizon, 60).paint(frame);
  }

  @Override
  public double height(double x, double z) {
    double u = x * scale + 0.35 * detail.at(x * scale * 0.7, z * scale * 0.7);
    double v = z * scale * 0.8;
    // The root rounds the crest by a hand's breadth, as the wind does.
    double fold = shape.at(u + 0.5 * side * v, v);
    double crest = 1 - Math.sqrt(fold * fold + 0.0015);
    double dune = crest * crest * 0.95;
    double small = 1 - Math.abs(shape.at(u * 2.7 + 9, v * 2.7));
    return dune + 0.12 * small * small * (1 - crest) + 0.25 * shape.at(u * 0.4, v * 0.4 + 5);
  }

  @Override
  public Rgb colour(double x, double z, double height, double slopeX, double slopeZ) {
    double wind = x * 1.3 * side + z * 0.5 + 0.9 * detail.at(x * 0.9, z * 0.9);
    double fine = smooth(9, 2, z);
    double ripple =
        fine
            * 0.055
            * (0.6 + detail.at(x * 0.8, z * 0.8))
            * Math.sin(wind * 42 + 2.5 * detail.at(x * 4, z * 4));
    double nx = -slopeX + ripple;
    double nz = -slopeZ + 0.4 * ripple;
    double length = Math.sqrt(nx * nx + nz * nz + 1);
    double light = (nx * side * 0.82 + nz * 0.12 + 0.42) / (length * 0.93);
    double lit = smooth(0.0, 0.12, light) * clamp(light);
    double stain =
        1 + 0.12 * detail.fbm(x * 1.7, z * 1.7, 3) + 0.1 * fine * detail.at(x * 40, z * 40);
    Rgb colour =
        sand.times(stain)
            .times(sunlight.times(2.1 * lit).plus(ambient.times(0.55 + 0.25 * height)));
    return colour.mix(sky.at(0.5, 0.01), 1 - Math.exp(-z * 0.022));
  }
}
