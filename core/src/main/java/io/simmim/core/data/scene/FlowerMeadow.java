package io.simmim.core.data.scene;

import static io.simmim.core.data.scene.Curves.bell;
import static io.simmim.core.data.scene.Curves.clamp;
import static io.simmim.core.data.scene.Curves.lerp;
import static io.simmim.core.data.scene.Curves.pick;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Flowers close up with the aperture wide open: a sharp row before and behind soft colours. */
final class FlowerMeadow implements Scene {

  // Light above, green far away, grass.
  private static final int[] MORNING = {0xe8f0c8, 0x7f9f4c, 0x4d7a2c};
  private static final int[] NOON = {0xa9cdea, 0x76a04a, 0x45762c};
  private static final int[] EVENING = {0xffd9a0, 0xa88a44, 0x5c6e2a};
  private static final int[] SHADE = {0x6f8a6a, 0x2f5238, 0x2c5530};

  private static final int LAYERS = 7;
  private static final double FOCUS = 0.72;

  private final long plants;
  private final Noise noise;
  private final double skyline;
  private final double sunX;
  private final Flower.Kind[] kinds;
  private final Rgb light;
  private final Rgb far;
  private final Rgb grass;

  FlowerMeadow(RandomGenerator rng) {
    int[] palette = pick(rng, MORNING, NOON, EVENING, SHADE);
    plants = rng.nextLong();
    noise = new Noise(rng.nextLong());
    skyline = rng.nextDouble(0.02, 0.38);
    sunX = rng.nextDouble(0, 1);
    kinds = new Flower.Kind[] {pick(rng, Flower.KINDS), pick(rng, Flower.KINDS)};
    light = Rgb.hex(palette[0]);
    far = Rgb.hex(palette[1]);
    grass = Rgb.hex(palette[2]);
  }

  @Override
  public int supersampling() {
    return 1;
  }

  @Override
  public void paint(Frame frame) {
    SplittableRandom rng = new SplittableRandom(plants);
    frame.shadeSmooth(0, 1, this::backdrop);
    paintBokeh(frame, rng);
    for (int layer = 0; layer < LAYERS; layer++) {
      double nearness = (layer + 0.5) / LAYERS;
      double blur = 0.11 * Math.pow(Math.abs(nearness - FOCUS), 1.3);
      paintGrass(frame, rng, nearness, blur);
      int count = (int) lerp(30, 2.2, Math.sqrt(nearness));
      for (int i = 0; i < count; i++) {
        paintFlower(frame, rng, nearness, blur);
      }
    }
  }

  private Rgb backdrop(double x, double y) {
    double trees = noise.fbm(x * 2.2, 3.5, 3) * 0.25;
    double ground = Curves.smooth(skyline - 0.16, skyline + 0.12, y + trees);
    double patches = 1 + 0.9 * noise.fbm(x * 3.5, y * 5, 3);
    Rgb meadow = far.mix(grass.times(0.45), clamp((y - skyline) * 1.3)).times(patches);
    double sun = bell(Math.hypot(x - sunX, (y - 0.05) * 1.2), 0.5);
    return light.times(0.95).mix(meadow, ground).plus(light.times(0.5 * sun));
  }

  private void paintBokeh(Frame frame, RandomGenerator rng) {
    for (int i = 0; i < 60; i++) {
      double x = rng.nextDouble(-0.05, 1.05);
      double y = skyline + rng.nextGaussian() * 0.17;
      double radius = rng.nextDouble(0.012, 0.04);
      boolean blossom = rng.nextInt(3) == 0;
      Rgb colour = blossom ? kinds[i & 1].petal() : light.mix(far, rng.nextDouble());
      double opacity = rng.nextDouble(0.1, 0.45);
      Discs.paint(frame, x, y, radius, radius * 0.35, colour.times(blossom ? 0.9 : 1.3), opacity);
    }
  }

  private void paintGrass(Frame frame, RandomGenerator rng, double nearness, double blur) {
    int count = (int) lerp(150, 50, nearness);
    for (int i = 0; i < count; i++) {
      double foot = lerp(skyline + 0.22, 1.15, nearness) + rng.nextDouble(0, 0.1);
      double height = lerp(0.1, 0.5, nearness) * rng.nextDouble(0.4, 1.2);
      Rgb shaded = grass.times(rng.nextDouble(0.25, 1.3));
      Rgb colour = shaded.mix(light.times(0.6).times(far), rng.nextDouble() * 0.6);
      Blade blade =
          new Blade(
              rng.nextDouble(-0.1, 1.1),
              foot,
              height,
              height * 0.45 * rng.nextGaussian(),
              lerp(0.0016, 0.0065, nearness) * rng.nextDouble(0.5, 1.3));
      blade.paint(frame, blur, colour.mix(far, 0.5 * (1 - nearness)));
    }
  }

  private void paintFlower(Frame frame, RandomGenerator rng, double nearness, double blur) {
    double size = lerp(0.012, 0.125, nearness) * rng.nextDouble(0.7, 1.2);
    double x = rng.nextDouble(-0.03, 1.03);
    double y =
        lerp(skyline + 0.14, 0.7, nearness) + rng.nextGaussian() * lerp(0.03, 0.16, nearness);
    double bend = rng.nextGaussian() * 0.05;
    Rgb stem = grass.times(0.8).mix(far, 0.5 * (1 - nearness));
    double foot = lerp(skyline + 0.35, 1.2, nearness);
    new Blade(x - bend, foot, foot - y, bend, size * 0.055 + 0.001).paint(frame, blur, stem);
    Flower.Kind kind = kinds[rng.nextInt(4) == 0 ? 1 : 0];
    Flower flower = new Flower(kind, size, rng.nextDouble(0.3, 0.95), rng.nextDouble(0, 7));
    flower.paint(frame, x, y, blur, light, rng.nextDouble(-0.5, 0.5));
  }

  /** A blade of grass or a stem: a bent stroke that thins towards its tip. */
  private record Blade(double x, double foot, double height, double bend, double width) {

    void paint(Frame frame, double blur, Rgb colour) {
      double rim = blur + 1.0 / frame.side();
      double cover = width / (width + 0.6 * blur);
      for (int row = frame.pixel(foot - height); row <= frame.pixel(foot); row++) {
        double t = clamp((foot - frame.place(row)) / height);
        double center = x + bend * t * t;
        double half = width * (1 - 0.85 * t) + 0.0004;
        double reach = half + rim;
        for (int column = frame.pixel(center - reach);
            column <= frame.pixel(center + reach);
            column++) {
          double across = frame.place(column) - center;
          double share = clamp((half - Math.abs(across)) / rim + 0.5);
          double lit = (0.7 + 0.5 * t) * (across < 0 ? 1.12 : 0.88);
          frame.blend(column, row, colour.times(lit), share * share * cover);
        }
      }
    }
  }
}
