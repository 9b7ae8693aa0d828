package io.simmim.core.data.scene;

import static io.simmim.core.data.scene.Curves.clamp;
import static io.simmim.core.data.scene.Curves.smooth;

/**
 * One blossom.
 *
 * @param kind its species
 * @param size half its width
 * @param openness height over width as seen from the side
 * @param turn about its own axis
 */
record Flower(Kind kind, double size, double openness, double turn) {

  /**
   * A species.
   *
   * @param petals their number
   * @param pointed 0 for round petals that touch, 1 for thin rays
   * @param heart size of the middle as a share of the blossom
   */
  record Kind(int petals, double pointed, double heart, Rgb petal, Rgb base, Rgb middle) {}

  static final Kind[] KINDS = {
    kind(21, 0.75, 0.3, 0xf6f4ee, 0xd9dcc8, 0xf2b820), // daisy
    kind(5, 0.12, 0.22, 0xc93a24, 0x50100c, 0x181a14), // poppy
    kind(11, 0.9, 0.26, 0x4a62c4, 0x2a2f80, 0x4a2a78), // cornflower
    kind(6, 0.25, 0.16, 0xeccb48, 0xcf9420, 0xc98a10), // buttercup
    kind(8, 0.35, 0.24, 0xd884b4, 0xf0cfe0, 0xf0c040), // cosmos
    kind(16, 0.6, 0.4, 0xf39a1c, 0xb0420e, 0x3a1c10), // rudbeckia
    kind(5, 0.2, 0.2, 0xa478dc, 0xe6dcf6, 0xf2e28a), // mallow
  };

  private static Kind kind(
      int petals, double pointed, double heart, int petal, int base, int middle) {
    return new Kind(petals, pointed, heart, Rgb.hex(petal), Rgb.hex(base), Rgb.hex(middle));
  }

  private static final Noise VEINS = new Noise(77);

  /** Paints the blossom, leaning to a side, out of focus by {@code blur}. */
  void paint(Frame frame, double x, double y, double blur, Rgb light, double lean) {
    double reach = size * 1.15 + blur;
    double rim = blur + 1.2 / frame.side();
    double cover = size / (size + 0.5 * blur);
    for (int row = frame.pixel(y - reach); row <= frame.pixel(y + reach); row++) {
      for (int column = frame.pixel(x - reach); column <= frame.pixel(x + reach); column++) {
        double dx = frame.place(column) - x;
        double dy = frame.place(row) - y;
        double across = (dx * Math.cos(lean) - dy * Math.sin(lean)) / size;
        double along = (dx * Math.sin(lean) + dy * Math.cos(lean)) / size / openness;
        double radius = Math.hypot(across, along);
        double angle = Math.atan2(along, across) + turn;
        double outline = outline(angle);
        double share = clamp((outline - radius) * size / rim + 0.5);
        if (share > 0) {
          Rgb colour = radius < kind.heart() ? middle(across, along) : petal(radius, angle, along);
          double heartRim = smooth(-0.05, 0.05, radius - kind.heart());
          Rgb lit = colour.times(0.75 + 0.25 * heartRim).times(light.mix(new Rgb(1, 1, 1), 0.6));
          frame.blend(column, row, lit, share * share * (3 - 2 * share) * cover);
        }
      }
    }
  }

  private double outline(double angle) {
    double phase = angle * kind.petals() / (2 * Math.PI);
    double inPetal = Math.abs(phase - Math.floor(phase) - 0.5) * 2;
    double uneven = 0.1 * VEINS.at(Math.floor(phase) * 3.3 + turn, 0.5);
    double tip = Math.pow(1 - inPetal * inPetal, 0.25 + 0.55 * kind.pointed());
    return kind.heart()
        + (1 - kind.heart() + uneven)
            * (1 - kind.pointed() + kind.pointed() * tip)
            * (0.72 + 0.28 * tip);
  }

  private Rgb petal(double radius, double angle, double along) {
    double phase = angle * kind.petals() / (2 * Math.PI);
    double inPetal = phase - Math.floor(phase) - 0.5;
    double veins = VEINS.at(inPetal * 13, radius * 2 + Math.floor(phase) * 7);
    double fold = 1 - 0.55 * Math.pow(Math.abs(inPetal) * 2, 3);
    double depth = 0.62 + 0.4 * smooth(kind.heart(), 0.95, radius) - 0.16 * along;
    Rgb colour = kind.base().mix(kind.petal(), smooth(kind.heart(), 0.6, radius));
    return colour.times(1.0 * fold * depth * (1 + 0.12 * veins));
  }

  private Rgb middle(double across, double along) {
    double grains = VEINS.at(across * 34 + turn, along * 34);
    double dome = 1 - 0.6 * Math.hypot(across, along + 0.1) / kind.heart();
    return kind.middle().times(clamp(0.45 + 0.75 * dome) * (1 + 0.5 * grains));
  }
}
