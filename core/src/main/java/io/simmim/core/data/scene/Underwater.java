package io.simmim.core.data.scene;

import static io.simmim.core.data.scene.Curves.bell;
import static io.simmim.core.data.scene.Curves.clamp;
import static io.simmim.core.data.scene.Curves.lerp;
import static io.simmim.core.data.scene.Curves.pick;
import static io.simmim.core.data.scene.Curves.smooth;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Below the surface: shafts of light, a rippled bottom with caustics, a shoal of fish. */
final class Underwater implements Scene {

  // Near the surface, in the depth, sand.
  private static final int[] LAGOON = {0x8fe0dc, 0x0d5a78, 0xcdbf98};
  private static final int[] OCEAN = {0x6fb8e8, 0x06294f, 0x8f9a94};
  private static final int[] KELP = {0x9fcf9a, 0x0f4038, 0x7f7d58};

  private final long shoal;
  private final Noise noise;
  private final double bottom;
  private final double sunX;
  private final double shafts;
  private final Rgb surface;
  private final Rgb depth;
  private final Rgb sand;

  Underwater(RandomGenerator rng) {
    int[] palette = pick(rng, LAGOON, OCEAN, KELP);
    shoal = rng.nextLong();
    noise = new Noise(rng.nextLong());
    bottom = rng.nextDouble(0.6, 0.82);
    sunX = rng.nextDouble(0.2, 0.8);
    shafts = rng.nextDouble(0.25, 0.6);
    surface = Rgb.hex(palette[0]);
    depth = Rgb.hex(palette[1]);
    sand = Rgb.hex(palette[2]);
  }

  @Override
  public void paint(Frame frame) {
    frame.shade(0, 1, (x, y) -> y < seabed(x) ? water(x, y) : floor(x, y));
    SplittableRandom rng = new SplittableRandom(shoal);
    paintReef(frame, rng);
    paintShoal(frame, rng);
    frame.shade(0, 1, (x, y) -> frame.get(frame.pixel(x), frame.pixel(y)).plus(shaft(x, y)));
    paintSpecks(frame, rng);
  }

  private double seabed(double x) {
    return bottom + 0.02 * noise.fbm(x * 3, 5, 4);
  }

  private Rgb water(double x, double y) {
    double sun = bell(Math.hypot((x - sunX) * 0.8, y + 0.08), 0.34);
    Rgb colour = depth.mix(surface, Math.exp(-y * 3.1)).plus(surface.times(1.5 * sun));
    double height = 0.19 - y;
    if (height <= 0) {
      return colour;
    }
    double z = 0.1 / (height + 0.01);
    double waves = noise.fbm((x - 0.5) * z * 5, z * 9, 3);
    double glitter = smooth(0.05, 0.45, waves) * (0.5 + 2.5 * sun);
    return colour.plus(surface.times(0.9 * glitter * smooth(0, 0.17, height)));
  }

  /** The bright net that waves throw on the ground. */
  private double caustics(double u, double v) {
    double warpU = u + 0.5 * noise.at(u * 0.9, v * 0.9 + 20);
    double warpV = v + 0.5 * noise.at(u * 0.9 + 50, v * 0.9);
    double net = 1 - Math.abs(noise.at(warpU * 1.3, warpV * 1.3));
    double other = 1 - Math.abs(noise.at(warpU * 1.9 + 9, warpV * 1.9));
    return Math.pow(net, 7) * 0.9 + Math.pow(other, 7) * 0.6 + 0.25 * net * other;
  }

  private Rgb floor(double x, double y) {
    double below = y - bottom + 0.03;
    double z = 0.16 / (below + 0.02);
    double u = (x - 0.5) * z * 4;
    double v = z * 4.5;
    double ripple = Math.sin(v * 5.5 + 2.5 * noise.at(u * 0.6, v * 0.5)) * smooth(9, 2, z);
    double grains = noise.fbm(u * 3, v * 3, 4) + 0.5 * smooth(4, 1.5, z) * noise.at(u * 28, v * 28);
    double light = 0.55 + 0.13 * ripple + 0.3 * grains + 0.75 * caustics(u * 0.8, v * 0.8);
    Rgb lit = sand.times(surface.mix(new Rgb(1, 1, 1), 0.3)).times(light);
    double far = Math.exp(-below * 5.5);
    return lit.mix(depth.mix(surface, 0.13), clamp(0.25 + 0.8 * far));
  }

  /** Coral heads and boulders on the ground. */
  private void paintReef(Frame frame, RandomGenerator rng) {
    int count = rng.nextInt(3, 9);
    for (int i = 0; i < count; i++) {
      double nearness = (i + 0.5) / count;
      double x = rng.nextDouble(-0.05, 1.05);
      double radius = lerp(0.03, 0.15, nearness * nearness) * rng.nextDouble(0.6, 1.4);
      double y = lerp(bottom + 0.02, 1.03, nearness * nearness);
      Rgb hue = pick(rng, CORALS).mix(sand, 0.4);
      paintBoulder(frame, x, y, radius, hue, nearness, i * 7.1);
    }
  }

  private static final Rgb[] CORALS = {
    Rgb.hex(0xb8563f), Rgb.hex(0x8a5a86), Rgb.hex(0x5c5a44), Rgb.hex(0xc78a4a), Rgb.hex(0x48584c)
  };

  private void paintBoulder(
      Frame frame, double x, double y, double radius, Rgb hue, double nearness, double salt) {
    for (int row = frame.pixel(y - 1.6 * radius); row <= frame.pixel(y); row++) {
      for (int column = frame.pixel(x - 1.7 * radius);
          column <= frame.pixel(x + 1.7 * radius);
          column++) {
        double dx = (frame.place(column) - x) / radius;
        double dy = (frame.place(row) - y) / radius;
        double bumps = noise.fbm(dx * 1.6 + salt, dy * 1.6, 4);
        double edge = 1.12 + 0.5 * bumps - Math.hypot(dx * 0.8, dy);
        double texture = noise.fbm(dx * 7 + salt, dy * 7, 3);
        double light = clamp(0.4 - 0.55 * dy - 0.2 * Math.abs(dx) + 1.1 * texture) + 0.08;
        light *= 0.8 + 0.6 * caustics(dx + salt, dy);
        Rgb colour = hue.times(surface).times(1.2 * light);
        Rgb veiled = colour.mix(depth.mix(surface, 0.13), 0.75 - 0.6 * nearness);
        double foot = smooth(0, -0.18, dy);
        frame.blend(column, row, veiled, clamp(edge * radius * frame.side()) * foot);
      }
    }
  }

  private void paintShoal(Frame frame, RandomGenerator rng) {
    double x = rng.nextDouble(0.2, 0.8);
    double y = rng.nextDouble(0.25, bottom - 0.1);
    double heading = rng.nextBoolean() ? 1 : -1;
    double spread = rng.nextDouble(0.08, 0.2);
    int count = rng.nextInt(0, 45);
    for (int i = 0; i < count; i++) {
      double length = 0.03 * rng.nextDouble(0.5, 1.25);
      double fishX = x + spread * 1.7 * (rng.nextDouble() + rng.nextDouble() - 1);
      double fishY = y + spread * 0.8 * (rng.nextDouble() + rng.nextDouble() - 1);
      Rgb colour = depth.times(0.6).mix(surface, rng.nextDouble(0.05, 0.5));
      paintFish(frame, fishX, fishY, length * heading, colour);
    }
  }

  private static void paintFish(Frame frame, double x, double y, double length, Rgb colour) {
    double reach = Math.abs(length);
    for (int row = frame.pixel(y - reach / 2); row <= frame.pixel(y + reach / 2); row++) {
      for (int column = frame.pixel(x - reach); column <= frame.pixel(x + reach); column++) {
        double along = (frame.place(column) - x) / length;
        double across = Math.abs(frame.place(row) - y) / reach;
        double body = 0.21 * (1 - along * along * 2.4 + 0.35 * along);
        double tail = along < -0.4 && along > -0.85 ? 0.3 * (-0.4 - along) + 0.03 : 0;
        double edge = (Math.max(body, tail) - across) * reach * frame.side();
        double back = frame.place(row) < y ? 0.75 : 1.35;
        frame.blend(column, row, colour.times(back), clamp(edge) * 0.9);
      }
    }
  }

  private Rgb shaft(double x, double y) {
    double angle = Math.atan2(x - sunX, y + 0.35);
    double beams = smooth(-0.05, 0.7, noise.at(angle * 8, 3.5) + 0.6 * noise.at(angle * 19, 9.5));
    double fade = Math.exp(-2.3 * y) * bell(x - sunX, 0.75);
    return surface.times(shafts * beams * fade);
  }

  private void paintSpecks(Frame frame, RandomGenerator rng) {
    int count = rng.nextInt(20, 90);
    for (int i = 0; i < count; i++) {
      double size = 0.004 * rng.nextDouble() * rng.nextDouble() + 0.001;
      Discs.paint(frame, rng.nextDouble(), rng.nextDouble(), size, size, surface, 0.25);
    }
  }
}
