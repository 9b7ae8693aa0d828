package io.simmim.core.data.scene;

import static io.simmim.core.data.scene.Curves.clamp;
import static io.simmim.core.data.scene.Curves.lerp;
import static io.simmim.core.data.scene.Curves.pick;
import static io.simmim.core.data.scene.Curves.smooth;

import java.util.random.RandomGenerator;

/** A wall of bricks or ashlar in grazing light, with the soft shadow of leaves across it. */
final class StoneWall implements Scene {

  // Three stones and the mortar.
  private static final int[] BRICK = {0x9a4a34, 0x7d3b2c, 0xb06a48, 0xa89c8c};
  private static final int[] SAND = {0xc4a674, 0xa98d62, 0xd2bb8e, 0x9a8b70};
  private static final int[] GRANITE = {0x83858a, 0x686a70, 0x9c9a96, 0x5e5c58};
  private static final int[] WHITE = {0xd8d2c6, 0xc3bbae, 0xe4e0d6, 0xaaa498};

  private final Noise noise;
  private final double rows;
  private final double aspect;
  private final double joint;
  private final double weather;
  private final double lightX;
  private final double lightY;
  private final double shade;
  private final double leafSize;
  private final double tilt;
  private final int[] palette;
  private final Rgb sunlight;

  StoneWall(RandomGenerator rng) {
    palette = pick(rng, BRICK, SAND, GRANITE, WHITE);
    noise = new Noise(rng.nextLong());
    rows = rng.nextDouble(5, 11);
    aspect = rng.nextDouble(1.6, 2.8);
    joint = rng.nextDouble(0.05, 0.11);
    weather = rng.nextDouble(0.4, 1.2);
    lightX = (rng.nextBoolean() ? 1 : -1) * rng.nextDouble(0.5, 0.9);
    lightY = -rng.nextDouble(0.4, 0.8);
    shade = rng.nextDouble(0.3, 0.85);
    leafSize = rng.nextDouble(4, 9);
    tilt = rng.nextDouble(-0.05, 0.05);
    sunlight = Rgb.hex(pick(rng, 0xffe2b8, 0xfff3e0, 0xffcf98));
  }

  @Override
  public int supersampling() {
    return 1;
  }

  @Override
  public void paint(Frame frame) {
    frame.shade(0, 1, this::at);
  }

  private Rgb at(double x, double y) {
    double u = (x + tilt * y) * rows / aspect + 0.02 * noise.fbm(x * 6, y * 6, 2);
    double v = (y - tilt * x) * rows + 0.03 * noise.fbm(x * 5 + 9, y * 5, 2);
    int row = (int) Math.floor(v);
    double shifted = u + 0.5 * (row & 1) + 0.12 * noise.cell(row, 77);
    int column = (int) Math.floor(shifted);
    double inU = (shifted - column) * aspect;
    double inV = v - row;
    double edge = Math.min(Math.min(inU, aspect - inU), Math.min(inV, 1 - inV));
    edge += 0.035 * noise.fbm(x * rows * 4, y * rows * 4, 3) * weather;
    double stone = smooth(joint * 0.5, joint, edge);
    Rgb colour = Rgb.hex(palette[3]).mix(stoneColour(column, row, x, y), stone);
    double relief = relief(x, y, column, row);
    double bump = lightX * (relief - relief(x + 0.0022, y, column, row));
    bump += lightY * (relief - relief(x, y + 0.0022, column, row));
    double bevel = bevel(inU, inV);
    double light = clamp(0.62 + 2.4 * bump + 0.5 * bevel * (1 - smooth(joint, 2.6 * joint, edge)));
    light *= lerp(0.5, 1, smooth(0, joint * 1.1, edge));
    double sun = 1 - shade * shadow(x, y);
    Rgb illumination = sunlight.times(1.75 * light * sun).plus(new Rgb(0.2, 0.24, 0.3).times(0.65));
    return colour.times(illumination);
  }

  private Rgb stoneColour(int column, int row, double x, double y) {
    Rgb base = Rgb.hex(palette[0]).mix(Rgb.hex(palette[1]), noise.cell(column, row));
    base = base.mix(Rgb.hex(palette[2]), Math.pow(noise.cell(column, row + 500), 3));
    double stain = noise.fbm(x * 3 + 40, y * 2, 4) * weather;
    double speckle = noise.fbm(x * rows * 9, y * rows * 9, 3);
    double moss = smooth(0.25, 0.5, noise.fbm(x * 4 + 80, y * 4, 4) * weather + 0.25 * (y - 0.6));
    Rgb coloured = base.times(1 + 0.45 * stain + 0.4 * speckle);
    return coloured.mix(Rgb.hex(0x55602f).times(1 + speckle), 0.6 * moss);
  }

  private double relief(double x, double y, int column, int row) {
    double scale = rows * 2.5;
    return 0.35 * noise.fbm(x * scale + 3.1 * column, y * scale + 1.7 * row, 4);
  }

  /** How far the nearest rim of the stone faces the light, -1..1. */
  private double bevel(double inU, double inV) {
    if (Math.min(inU, aspect - inU) < Math.min(inV, 1 - inV)) {
      return inU < aspect / 2 ? -lightX : lightX;
    }
    return inV < 0.5 ? -lightY : lightY;
  }

  /** Shadow of a branch with leaves, softened by the size of the sun. */
  private double shadow(double x, double y) {
    double dx = x + 0.5 * y;
    double leaves =
        noise.at(dx * leafSize, y * leafSize)
            + 0.55 * noise.at(dx * leafSize * 2.1 + 7, y * leafSize * 2.1);
    double crown = noise.at(dx * 1.3 + 20, y * 1.3) + 0.25;
    return smooth(-0.1, 0.45, leaves * 0.8 + crown * 0.9);
  }
}
