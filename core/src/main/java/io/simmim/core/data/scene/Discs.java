package io.simmim.core.data.scene;

import static io.simmim.core.data.scene.Curves.clamp;

/** Round spots with a soft rim, as an unsharp point of light leaves them. */
final class Discs {

  private Discs() {}

  /**
   * Blends a disc over the frame.
   *
   * @param radius to the middle of the rim
   * @param softness width of the rim
   */
  static void paint(
      Frame frame, double x, double y, double radius, double softness, Rgb colour, double opacity) {
    double reach = radius + softness;
    double rim = Math.max(softness, 1.0 / frame.side());
    for (int row = frame.pixel(y - reach); row <= frame.pixel(y + reach); row++) {
      for (int column = frame.pixel(x - reach); column <= frame.pixel(x + reach); column++) {
        double distance = Math.hypot(frame.place(column) - x, frame.place(row) - y);
        double share = clamp(0.5 + (radius - distance) / rim);
        frame.blend(column, row, colour, opacity * share * share * (3 - 2 * share));
      }
    }
  }
}
