package io.simmim.core.data.scene;

import static io.simmim.core.data.scene.Curves.bell;
import static io.simmim.core.data.scene.Curves.clamp;
import static io.simmim.core.data.scene.Curves.lerp;
import static io.simmim.core.data.scene.Curves.pick;
import static io.simmim.core.data.scene.Curves.smooth;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Looking between trunks into bright fog, with shafts of light and leaves on the ground. */
final class Forest implements Scene {

  // Fog, bark, leaves above, ground, sunlight.
  private static final int[] SUMMER = {0xd3e0b4, 0x4a3a2a, 0x6b8538, 0x5c6234, 0xfff2b8};
  private static final int[] AUTUMN = {0xf2dcb0, 0x43332a, 0xc7802a, 0x8c5426, 0xffe0a0};
  private static final int[] WINTER = {0xd5dde6, 0x3b3a3c, 0x8a8f90, 0xaeb4b8, 0xf4f6ff};
  private static final int[] SPRUCE = {0xb9cfc8, 0x3a3029, 0x2f5138, 0x3f5230, 0xeef6d8};

  private static final int LAYERS = 6;

  private final long trunks;
  private final Noise noise;
  private final double horizon;
  private final double sunX;
  private final double sunY;
  private final double shafts;
  private final Rgb fog;
  private final Rgb bark;
  private final Rgb leaves;
  private final Rgb ground;
  private final Rgb sunlight;

  Forest(RandomGenerator rng) {
    int[] palette = pick(rng, SUMMER, AUTUMN, WINTER, SPRUCE);
    trunks = rng.nextLong();
    noise = new Noise(rng.nextLong());
    horizon = rng.nextDouble(0.56, 0.7);
    sunX = rng.nextDouble(0.15, 0.85);
    sunY = rng.nextDouble(-0.1, 0.3);
    shafts = rng.nextDouble(0.1, 0.4);
    fog = Rgb.hex(palette[0]);
    bark = Rgb.hex(palette[1]);
    leaves = Rgb.hex(palette[2]);
    ground = Rgb.hex(palette[3]);
    sunlight = Rgb.hex(palette[4]);
  }

  @Override
  public int supersampling() {
    return 1;
  }

  @Override
  public void paint(Frame frame) {
    frame.shadeSmooth(0, 1, this::backdrop);
    frame.shade(horizon - 0.02, 1, (x, y) -> floor(frame, x, y));
    SplittableRandom rng = new SplittableRandom(trunks);
    for (int layer = 0; layer < LAYERS; layer++) {
      double nearness = (double) layer / (LAYERS - 1);
      paintFoliage(frame, layer, nearness);
      int count = (int) lerp(22, 2.5, Math.sqrt(nearness));
      for (int i = 0; i < count; i++) {
        paintTrunk(frame, new Trunk(rng, nearness), nearness);
      }
    }
    frame.shade(0, 1, (x, y) -> frame.get(frame.pixel(x), frame.pixel(y)).plus(shaft(x, y)));
  }

  private Rgb backdrop(double x, double y) {
    double distance = Math.hypot(x - sunX, (y - sunY) * 0.9);
    Rgb light = fog.times(0.95 - 0.35 * y).plus(sunlight.times(0.9 * bell(distance, 0.38)));
    double crowns = noise.fbm(x * 7, y * 6, 4) + 0.75 - y * 1.7;
    return light.mix(leaves.mix(fog, 0.55), 0.55 * clamp(crowns));
  }

  private Rgb floor(Frame frame, double x, double y) {
    double below = y - horizon;
    if (below <= 0) {
      return frame.get(frame.pixel(x), frame.pixel(y));
    }
    double z = 0.09 / (below + 0.012);
    double u = (x - 0.5) * z * 14;
    double litter = noise.fbm(u * 1.6, z * 22, 4);
    double clumps = noise.fbm(u * 0.3 + 9, z * 3, 3);
    double patches = smooth(0.0, 0.35, noise.fbm(u * 0.22 + 30, z * 2.2, 2) + 0.05);
    Rgb soil =
        ground.mix(bark, clamp(0.4 + 1.2 * clumps)).times(Math.max(0.15, 0.75 + 1.3 * litter));
    Rgb lit = soil.times(sunlight.times(0.35 + 1.6 * patches));
    return lit.mix(fog.times(0.8), Math.exp(-below * 9));
  }

  /** Where a trunk stands and how it is shaped. */
  private static final class Trunk {
    private final double x;
    private final double width;
    private final double lean;
    private final double grain;

    Trunk(RandomGenerator rng, double nearness) {
      x = rng.nextDouble(-0.05, 1.05);
      width = lerp(0.007, 0.075, nearness * nearness) * rng.nextDouble(0.6, 1.5);
      lean = rng.nextDouble(-0.05, 0.05);
      grain = rng.nextDouble(0, 100);
    }
  }

  private void paintTrunk(Frame frame, Trunk trunk, double nearness) {
    double foot = horizon + 0.01 + (1.12 - horizon) * Math.pow(nearness, 1.6);
    for (int row = 0; row <= frame.pixel(Math.min(foot, 1)); row++) {
      double y = frame.place(row);
      double sway = 0.25 * trunk.width * noise.at(y * 2.5, trunk.grain);
      double center = trunk.x + trunk.lean * (foot - y) + sway;
      double flare = 1 + 0.6 * Math.exp((y - foot) / trunk.width * 0.8);
      double half = trunk.width / 2 * flare * (0.75 + 0.25 * y / foot);
      for (int column = frame.pixel(center - half);
          column <= frame.pixel(center + half);
          column++) {
        double across = (frame.place(column) - center) / half;
        double edge = clamp((1 - Math.abs(across)) * half * frame.side());
        Rgb colour = barkColour(trunk, across, y, nearness);
        frame.blend(column, row, colour, edge * smooth(foot, foot - 0.02, y));
      }
    }
  }

  private Rgb barkColour(Trunk trunk, double across, double y, double nearness) {
    double turn = Math.asin(clamp(Math.abs(across)) * Math.signum(across));
    double scale = 0.02 / trunk.width + 0.25;
    double furrows = noise.fbm(turn * 3 + trunk.grain, y * 14 * scale + trunk.grain, 4);
    double moss = smooth(0.1, 0.5, noise.fbm(turn + trunk.grain * 2, y * 5, 3) + 0.3 * across);
    double toSun = Math.signum(sunX - trunk.x) * across;
    double light = 0.28 + 0.55 * clamp(0.3 + toSun) + 0.5 * smooth(0.6, 1, Math.abs(across));
    Rgb colour = bark.mix(leaves.times(0.5), 0.4 * moss).times(light * (1 + 1.1 * furrows));
    return colour.mix(fog.times(0.85), 0.93 * Math.pow(1 - nearness, 1.3));
  }

  /** A veil of leaves hanging into the picture, coarser the nearer it is. */
  private void paintFoliage(Frame frame, int layer, double nearness) {
    double scale = lerp(60, 20, nearness);
    double reach = lerp(0.5, 0.2, nearness);
    Rgb far = leaves.mix(fog, 0.8 * (1 - nearness));
    for (int row = 0; row < frame.pixel(reach + 0.2); row++) {
      double y = frame.place(row);
      for (int column = 0; column < frame.side(); column++) {
        double x = frame.place(column);
        double mass = noise.at(x * 3 + layer * 11, y * 3) * 0.5 + 0.25 - y / reach * 0.6;
        if (mass < -0.4) {
          continue;
        }
        double leaf =
            noise.at(x * scale + 5 * layer, y * scale)
                + 0.8 * noise.at(x * scale * 2.3, y * scale * 2.3 + layer);
        double opacity = smooth(0.05, 0.3, leaf + mass * 1.3);
        double glow = 0.5 + 0.9 * bell(Math.hypot(x - sunX, y - sunY), 0.35) + 0.5 * leaf;
        frame.blend(column, row, far.times(glow), 0.9 * opacity);
      }
    }
  }

  private Rgb shaft(double x, double y) {
    double dx = x - sunX;
    double dy = y - sunY + 0.25;
    double angle = Math.atan2(dx, dy);
    double beams = smooth(0.0, 0.7, noise.at(angle * 9, 0.5) + 0.5 * noise.at(angle * 23, 7.5));
    double fade = Math.exp(-1.6 * Math.hypot(dx, dy)) * smooth(1.05, 0.5, y);
    return sunlight.times(shafts * beams * fade);
  }
}
