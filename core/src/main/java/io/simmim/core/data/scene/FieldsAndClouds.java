package io.simmim.core.data.scene;

import static io.simmim.core.data.scene.Curves.clamp;
import static io.simmim.core.data.scene.Curves.lerp;
import static io.simmim.core.data.scene.Curves.pick;
import static io.simmim.core.data.scene.Curves.smooth;

import java.util.random.RandomGenerator;

/** Rolling farmland in patches, with hedges and the shadows of passing clouds. */
final class FieldsAndClouds implements Scene, Terrain.Ground {

  private static final int[] CROPS = {0x6f8a3a, 0x8f9a45, 0xc2a850, 0x4e7433, 0xa98d4c, 0x5d7f35};
  private static final int[] SPRING = {0x5f9137, 0x79a542, 0xb7b04a, 0x4a7d33, 0x8aa848, 0xd8c84a};
  private static final int[] AUTUMN = {0x8a7a3a, 0xb39048, 0xc79c4e, 0x6c6a34, 0x96693c, 0xa88445};

  private final Noise shape;
  private final Noise detail;
  private final double horizon;
  private final double overcast;
  private final int[] crops;
  private final Rgb sunlight;
  private final Sky sky;

  FieldsAndClouds(RandomGenerator rng) {
    shape = new Noise(rng.nextLong());
    detail = new Noise(rng.nextLong());
    horizon = rng.nextDouble(0.42, 0.66);
    crops = pick(rng, CROPS, SPRING, AUTUMN);
    overcast = rng.nextDouble(0.42, 0.68);
    boolean late = rng.nextInt(3) == 0;
    sunlight = Rgb.hex(late ? 0xffd29a : 0xfff4e0);
    sky =
        new Sky(
            new Sky.Air(Rgb.hex(late ? 0x44689f : 0x2f6ab5), Rgb.hex(late ? 0xe8cfae : 0xbdd3e6)),
            new Sky.Sun(rng.nextBoolean() ? 1.25 : -0.25, 0.5, sunlight, 0.35),
            new Sky.Clouds(
                new Noise(rng.nextLong()),
                overcast,
                rng.nextDouble(0.7, 1.1),
                sunlight.times(0.95),
                Rgb.hex(late ? 0x776f80 : 0x7d8a9c)));
  }

  @Override
  public void paint(Frame frame) {
    frame.shadeSmooth(0, horizon + 0.06, (x, y) -> sky.at(x, horizon - y));
    new Terrain(this, 2.2, horizon, 70).paint(frame);
  }

  @Override
  public double height(double x, double z) {
    double hills = 1.1 * shape.at(x * 0.11, z * 0.11) + 0.35 * shape.at(x * 0.3 + 7, z * 0.3);
    double hedge = tree(x, z);
    return hills * smooth(0.5, 6, z) + hedge;
  }

  /** Height of the trees on a point, mostly along the borders of fields. */
  private double tree(double x, double z) {
    double border = border(x, z);
    double woods = smooth(0.28, 0.4, detail.at(x * 0.21 + 3, z * 0.21));
    double row = smooth(0.045, 0.015, border) * smooth(-0.1, 0.2, detail.at(x * 0.6, z * 0.6 + 8));
    double presence = Math.max(row, woods) * smooth(4, 7, z);
    if (presence <= 0) {
      return 0;
    }
    return presence
        * (0.25 + 0.22 * detail.at(x * 3.7, z * 3.7) + 0.08 * detail.at(x * 11, z * 11));
  }

  private double warpedX(double x, double z) {
    return x * 0.33 + 0.35 * shape.at(x * 0.2, z * 0.2 + 30) + z * 0.07;
  }

  private double warpedZ(double x, double z) {
    return z * 0.23 + 0.3 * shape.at(x * 0.2 + 60, z * 0.2);
  }

  private double border(double x, double z) {
    double u = warpedX(x, z);
    double v = warpedZ(x, z);
    double du = Math.abs(u - Math.rint(u - 0.5) - 0.5);
    double dv = Math.abs(v - Math.rint(v - 0.5) - 0.5);
    return 0.5 - Math.max(du, dv);
  }

  @Override
  public Rgb colour(double x, double z, double height, double slopeX, double slopeZ) {
    double trees = clamp(tree(x, z) * 14);
    int u = (int) Math.floor(warpedX(x, z));
    int v = (int) Math.floor(warpedZ(x, z));
    Rgb crop = Rgb.hex(crops[(int) (detail.cell(u, v) * crops.length)]);
    double angle = detail.cell(u + 31, v) * Math.PI;
    double row =
        Math.sin((x * Math.cos(angle) + z * Math.sin(angle)) * lerp(14, 30, detail.cell(u, v + 9)));
    double blades = detail.fbm(x * 9, z * 5, 3) + smooth(6, 1, z) * detail.at(x * 45, z * 18);
    crop = crop.times(1 + 0.1 * row * smooth(22, 6, z) + 0.35 * blades);
    Rgb leaf = Rgb.hex(0x2c4422).times(1 + 0.9 * detail.fbm(x * 14, z * 14, 2));
    double length = Math.sqrt(slopeX * slopeX + slopeZ * slopeZ + 1);
    double sun = sky.sun().x() > 0.5 ? 1 : -1;
    double light = clamp((-slopeX * sun * 0.55 - slopeZ * 0.25 + 0.8) / length);
    double cloud = shape.fbm(x * 0.09 + 20, z * 0.13, 3);
    double shadow = smooth(0.55 - overcast, 0.25 - overcast, -cloud) * 0.8;
    Rgb illumination =
        sunlight.times(1.5 * light * (1 - 0.75 * shadow)).plus(sky.air().zenith().times(0.35));
    Rgb colour = crop.mix(leaf, trees).times(illumination);
    return colour.mix(sky.at(0.5, 0.015), 1 - Math.exp(-z * 0.02));
  }
}
