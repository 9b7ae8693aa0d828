package io.simmim.core.data.scene;

import static io.simmim.core.data.scene.Curves.clamp;
import static io.simmim.core.data.scene.Curves.pick;
import static io.simmim.core.data.scene.Curves.smooth;

import java.util.random.RandomGenerator;

/**
 * Mountains behind mountains, each paler, with mist in the valleys, snow above and firs in front.
 */
final class MistyMountains implements Scene, Terrain.Ground {

  // Zenith, horizon and mist, sunlight, woods, rock.
  private static final int[] DAWN = {0x6f8cba, 0xf0cda8, 0xffb980, 0x26352c, 0x6e5f58};
  private static final int[] BLUE = {0x4f80bd, 0xc5d6e6, 0xfff2dc, 0x24382a, 0x70706c};
  private static final int[] PURPLE = {0x5c5f98, 0xe6b3a6, 0xffa582, 0x2a2c34, 0x6b5a66};
  private static final int[] GREEN = {0x7fa0b0, 0xd9e0d4, 0xfff0c4, 0x2b4327, 0x767468};

  private final Noise shape;
  private final Noise detail;
  private final double horizon;
  private final double side;
  private final double snowLine;
  private final double mist;
  private final double eye;
  private final boolean firs;
  private final Rgb sunlight;
  private final Rgb woods;
  private final Rgb rock;
  private final Sky sky;

  MistyMountains(RandomGenerator rng) {
    int[] palette = pick(rng, DAWN, BLUE, PURPLE, GREEN);
    shape = new Noise(rng.nextLong());
    detail = new Noise(rng.nextLong());
    horizon = rng.nextDouble(0.5, 0.62);
    side = rng.nextBoolean() ? 1 : -1;
    snowLine = rng.nextDouble(1.2, 4.5);
    mist = rng.nextDouble(0.5, 1.1);
    eye = rng.nextDouble(1.5, 2.1);
    firs = rng.nextInt(3) > 0;
    sunlight = Rgb.hex(palette[2]);
    woods = Rgb.hex(palette[3]);
    rock = Rgb.hex(palette[4]);
    sky =
        new Sky(
            new Sky.Air(Rgb.hex(palette[0]), Rgb.hex(palette[1])),
            new Sky.Sun(0.5 + side * rng.nextDouble(0.5, 1.0), 0.4, sunlight, 0.5),
            new Sky.Clouds(
                new Noise(rng.nextLong()),
                rng.nextDouble(0.25, 0.6),
                0.8,
                Rgb.hex(palette[1]),
                Rgb.hex(palette[0]).mix(Rgb.hex(palette[1]), 0.3)));
  }

  @Override
  public void paint(Frame frame) {
    frame.shadeSmooth(0, 1, (x, y) -> sky.at(x, Math.max(0, horizon - y)));
    new Terrain(this, eye, horizon, 60).paint(frame);
    if (firs) {
      paintFirs(frame);
    }
  }

  @Override
  public double height(double x, double z) {
    double massif = shape.ridged(x * 0.085, z * 0.11, 6);
    double plain = 0.5 + 0.5 * shape.at(x * 0.07 + 50, z * 0.09);
    return smooth(1, 14, z) * massif * (1.6 + 9 * plain * smooth(5, 26, z)) - 0.15;
  }

  @Override
  public Rgb colour(double x, double z, double height, double slopeX, double slopeZ) {
    double length = Math.sqrt(slopeX * slopeX + slopeZ * slopeZ + 1);
    double light = clamp((-slopeX * side * 0.75 - slopeZ * 0.1 + 0.35) / length);
    double steep = 1 - 1 / length;
    double rough = detail.fbm(x * 2.3, z * 2.3, 4);
    Rgb body = woods.mix(rock, smooth(0.25, 0.45, steep + 0.12 * height + 0.25 * rough));
    body = body.times(1 + 0.7 * rough);
    double snow = smooth(snowLine, snowLine + 0.5, height + 0.9 * rough) * smooth(0.62, 0.4, steep);
    body = body.mix(new Rgb(0.85, 0.88, 0.93), snow);
    Rgb lit = body.times(sunlight.times(2.6 * light).plus(sky.air().zenith().times(0.55)));
    double air = 1 - Math.exp(-z * 0.024);
    double valley = Math.exp(-Math.max(0, height) * 2.6 / mist) * smooth(2, 12, z);
    double drift = 1 + 0.5 * detail.fbm(x * 0.5, z * 0.3 + 40, 3);
    return lit.mix(haze(), clamp(Math.max(air, mist * valley * drift)));
  }

  private Rgb haze() {
    return sky.at(0.5, 0.03).mix(sky.air().zenith(), 0.12);
  }

  /** Two rows of firs, the farther one paler. */
  private void paintFirs(Frame frame) {
    for (int row = 0; row < 2; row++) {
      Rgb needles = woods.times(0.22 + 0.05 * row).mix(haze(), row == 0 ? 0.25 : 0.03);
      double spacing = row == 0 ? 0.022 : 0.05;
      for (int tree = -1; tree * spacing < 1.1; tree++) {
        double size = spacing * (1.6 + 3.2 * detail.cell(tree, row));
        double x = (tree + detail.cell(tree, row + 10)) * spacing;
        double foot = 0.97 + 0.08 * row + 0.05 * detail.at(tree * 0.3, row * 9);
        paintFir(frame, x, foot, size, needles, tree);
      }
    }
  }

  private void paintFir(Frame frame, double x, double foot, double size, Rgb needles, int tree) {
    for (int row = frame.pixel(foot - size); row < frame.side(); row++) {
      double down = (frame.place(row) - foot + size) / size;
      double tier = down * 8 - Math.floor(down * 8);
      double reach = size * 0.19 * Math.min(1.1, down) * (0.62 + 0.38 * tier);
      reach *= 1 + 0.35 * detail.at(down * 23, tree * 3.7);
      for (int column = frame.pixel(x - reach); column <= frame.pixel(x + reach); column++) {
        double edge = reach - Math.abs(frame.place(column) - x);
        double shade = 1 + 0.5 * detail.at(frame.place(column) * 190, down * 40 + tree);
        frame.blend(column, row, needles.times(shade), clamp(edge * frame.side()));
      }
    }
  }
}
