package io.simmim.core.data.scene;

import static io.simmim.core.data.scene.Curves.bell;
import static io.simmim.core.data.scene.Curves.clamp;
import static io.simmim.core.data.scene.Curves.smooth;

/**
 * A sky over a horizon: the gradient of the air, a sun with its halo, and a layer of clouds seen in
 * perspective and lit from the sun.
 *
 * @param air its gradient
 * @param sun its place and light
 * @param clouds their layer
 */
record Sky(Air air, Sun sun, Clouds clouds) {

  record Air(Rgb zenith, Rgb horizon) {}

  /**
   * The sun at x and at a height above the horizon, both in shares of the frame; the halo is the
   * light it throws on the air around.
   */
  record Sun(double x, double height, Rgb light, double halo) {}

  /** Cover 0 (none) to 1 (all); scale is the number of clouds across. */
  record Clouds(Noise noise, double cover, double scale, Rgb lit, Rgb shaded) {}

  /** The colour at x and at a height above the horizon. */
  Rgb at(double x, double height) {
    Rgb colour = air.horizon().mix(air.zenith(), Math.pow(clamp(height / 0.75), 0.6));
    double distance = Math.hypot(x - sun.x(), height - sun.height());
    double halo = sun.halo() * (0.5 * Math.exp(-distance * 3.2) + 0.8 * bell(distance, 0.13));
    colour = colour.plus(sun.light().times(halo));
    if (clouds.cover() > 0) {
      colour = cover(colour, x, height, distance);
    }
    return colour.plus(sun.light().times(6 * smooth(0.028, 0.014, distance) * sun.halo()));
  }

  private Rgb cover(Rgb colour, double x, double height, double distance) {
    double range = clouds.scale() / (height + 0.16);
    double u = (x - 0.5) * range;
    double v = range * 0.9;
    double density = clouds.noise().fbm(u, v, 6);
    double toSun = 0.15 * (sun.x() - x) / (0.15 + Math.abs(sun.x() - x));
    double behind =
        clouds
            .noise()
            .fbm(
                u + toSun,
                v + 0.18 * (height - sun.height()) / (0.15 + Math.abs(height - sun.height())),
                4);
    double threshold = 0.45 - 0.9 * clouds.cover();
    double opacity = smooth(threshold, threshold + 0.32, density);
    double facing = clamp(0.55 + 1.5 * (density - behind) - 0.5 * (density - threshold));
    Rgb cloud = clouds.shaded().mix(clouds.lit(), facing);
    cloud = cloud.plus(sun.light().times(0.5 * sun.halo() * Math.exp(-distance * 5)));
    cloud = cloud.mix(air.horizon(), 0.75 * Math.exp(-height * 9));
    return colour.mix(cloud, opacity * smooth(-0.02, 0.12, height));
  }
}
