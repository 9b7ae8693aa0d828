package io.simmim.core.data.scene;

import static io.simmim.core.data.scene.Curves.clamp;
import static io.simmim.core.data.scene.Curves.lerp;
import static io.simmim.core.data.scene.Curves.pick;
import static io.simmim.core.data.scene.Curves.smooth;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A skyline after sunset over a river: lit windows, haze between the blocks, reflections. */
final class CityAtDusk implements Scene {

  // Zenith, horizon, afterglow, walls.
  private static final int[] BLUE = {0x16264f, 0x8a86a8, 0xff9d6c, 0x232a3c};
  private static final int[] VIOLET = {0x262a55, 0xb08a92, 0xff9560, 0x2a2436};
  private static final int[] AMBER = {0x27375a, 0xd9a073, 0xffa550, 0x2b2826};
  private static final int[] NIGHT = {0x080e22, 0x39405f, 0xc87850, 0x141824};

  private static final int LAYERS = 4;
  private static final Rgb[] LAMPS = {
    Rgb.hex(0xffc477), Rgb.hex(0xffe0ae), Rgb.hex(0xffb057), Rgb.hex(0xdfeaff)
  };

  private final long plan;
  private final double shore;
  private final double occupied;
  private final Noise noise;
  private final Rgb walls;
  private final Sky sky;

  CityAtDusk(RandomGenerator rng) {
    int[] palette = pick(rng, BLUE, VIOLET, AMBER, NIGHT);
    plan = rng.nextLong();
    shore = rng.nextDouble(0.68, 0.84);
    occupied = rng.nextDouble(0.22, 0.5);
    noise = new Noise(rng.nextLong());
    walls = Rgb.hex(palette[3]);
    sky =
        new Sky(
            new Sky.Air(Rgb.hex(palette[0]), Rgb.hex(palette[1])),
            new Sky.Sun(rng.nextDouble(0, 1), -0.12, Rgb.hex(palette[2]), 0.7),
            new Sky.Clouds(
                new Noise(rng.nextLong()),
                rng.nextDouble(0.2, 0.6),
                0.8,
                Rgb.hex(palette[1]).mix(Rgb.hex(palette[2]), 0.4),
                Rgb.hex(palette[0]).times(1.3)));
  }

  @Override
  public void paint(Frame frame) {
    frame.shadeSmooth(0, shore + 0.02, (x, y) -> sky.at(x, Math.max(0, shore - 0.06 - y)));
    SplittableRandom rng = new SplittableRandom(plan);
    for (int layer = 0; layer < LAYERS; layer++) {
      double nearness = (double) layer / (LAYERS - 1);
      double x = rng.nextDouble(-0.1, 0);
      while (x < 1) {
        Block block = new Block(rng, x, nearness);
        paintBlock(frame, block, nearness);
        x += block.width * rng.nextDouble(0.8, 1.5);
      }
    }
    frame.shade(shore, 1, (x, y) -> water(frame, x, y));
  }

  /** One building. */
  private static final class Block {
    private final double left;
    private final double width;
    private final double height;
    private final int id;
    private final Rgb lamp;
    private final double tint;
    private final boolean mast;

    Block(RandomGenerator rng, double left, double nearness) {
      this.left = left;
      boolean tower = rng.nextInt(5) == 0;
      width = lerp(0.035, 0.13, nearness) * rng.nextDouble(0.6, 1.3) * (tower ? 0.8 : 1);
      double low = lerp(0.16, 0.08, nearness);
      height = low + rng.nextDouble(0.02, 0.16) + (tower ? rng.nextDouble(0.08, 0.28) : 0);
      id = rng.nextInt(1 << 20);
      lamp = pick(rng, LAMPS);
      tint = rng.nextDouble(0.7, 1.4);
      mast = tower && rng.nextBoolean();
    }
  }

  private void paintBlock(Frame frame, Block block, double nearness) {
    double top = shore - block.height;
    double right = block.left + block.width;
    if (block.mast) {
      paintMast(frame, block.left + block.width / 2, top, nearness);
    }
    for (int row = frame.pixel(top); row < frame.pixel(shore); row++) {
      for (int column = frame.pixel(block.left); column < frame.pixel(right); column++) {
        double x = frame.place(column);
        double y = frame.place(row);
        if (x >= block.left && x < right) {
          frame.set(column, row, facade(block, x - block.left, y - top, nearness));
        }
      }
    }
  }

  private void paintMast(Frame frame, double x, double top, double nearness) {
    int column = frame.pixel(x);
    int first = frame.pixel(top - 0.09);
    for (int row = first; row <= frame.pixel(top); row++) {
      frame.set(column, row, haze(walls.times(0.5), nearness));
    }
    frame.set(column, first, new Rgb(5, 0.3, 0.2));
    frame.set(column, Math.min(first + 1, frame.side() - 1), new Rgb(5, 0.3, 0.2));
  }

  private Rgb facade(Block block, double x, double y, double nearness) {
    double pitchX = lerp(0.0042, 0.0095, nearness);
    double pitchY = lerp(0.006, 0.0125, nearness);
    int column = (int) Math.floor(x / pitchX);
    int floor = (int) Math.floor(y / pitchY);
    double inX = x / pitchX - column;
    double inY = y / pitchY - floor;
    double gradient = 0.75 + 0.5 * clamp(y / block.height);
    Rgb wall = walls.times(block.tint * gradient * (0.9 + 0.2 * noise.cell(column, block.id)));
    wall = wall.plus(sky.air().horizon().times(0.05 * clamp(1 - y * 5)));
    boolean window = inX > 0.24 && inX < 0.8 && inY > 0.28 && inY < 0.78 && floor > 0;
    if (!window) {
      return haze(wall, nearness);
    }
    double chance = noise.cell(column + 77 * block.id, floor);
    double storey = 0.3 * noise.cell(block.id, floor);
    if (chance > occupied + storey - 0.15) {
      return haze(wall.times(0.6).plus(sky.air().zenith().times(0.12)), nearness);
    }
    double brightness = 0.35 + 2.2 * Math.pow(noise.cell(column + block.id, floor + 5), 2);
    Rgb lamp = block.lamp.mix(LAMPS[3], noise.cell(floor, column + block.id) > 0.85 ? 0.8 : 0);
    return haze(lamp.times(brightness), nearness * 0.7 + 0.3);
  }

  private Rgb haze(Rgb colour, double nearness) {
    return colour.mix(sky.air().horizon().times(0.7), 0.62 * Math.pow(1 - nearness, 1.2));
  }

  private Rgb water(Frame frame, double x, double y) {
    double below = y - shore;
    double z = 0.05 / (below + 0.01);
    double ripple = noise.fbm((x - 0.5) * z * 26, z * 60, 3);
    double shift = 0.012 * ripple * (0.4 + 3 * below);
    Rgb sum = Rgb.BLACK;
    for (int i = -3; i <= 3; i++) {
      double up = shore - below * (1.35 + 0.5 * ripple) - i * 0.1 * (0.02 + below);
      sum = sum.plus(frame.sample(x + shift, Math.min(shore - 0.004, up)));
    }
    double shine = 0.62 + 0.5 * ripple;
    Rgb bank = Rgb.BLACK.mix(LAMPS[0].times(0.9), smooth(0.004, 0, below) * 0.3);
    return sum.times(shine / 7).plus(sky.air().zenith().times(0.05)).plus(bank);
  }
}
