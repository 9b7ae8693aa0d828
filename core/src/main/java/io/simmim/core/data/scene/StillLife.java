package io.simmim.core.data.scene;

import static io.simmim.core.data.scene.Curves.clamp;
import static io.simmim.core.data.scene.Curves.lerp;
import static io.simmim.core.data.scene.Curves.pick;
import static io.simmim.core.data.scene.Curves.smooth;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Balls of several materials on a table beside a window; drawn by tracing rays. */
final class StillLife implements Scene {

  private static final Vec EYE_TARGET = new Vec(0, 0.35, 3.4);
  private static final int BOUNCES = 2;

  // Table light and dark, wall, window light.
  private static final int[] OAK = {0xb98a56, 0x7c5430, 0xb8b2a4, 0xfff0d8};
  private static final int[] WALNUT = {0x6b4529, 0x3f2617, 0x7f8a8c, 0xffe6c4};
  private static final int[] LINEN = {0xd9d4c8, 0xbdb6a6, 0x8a9aa6, 0xf4f6ff};
  private static final int[] SLATE = {0x4a4e54, 0x33363b, 0xa58f78, 0xffe9cf};

  private static final int[] COLOURS = {
    0xc0392b, 0xd9822b, 0xe4c441, 0x5b8c3e, 0x2f6f8f, 0x3a4a8c, 0x7c4a8c, 0xe8e2d8, 0x2b2b2e
  };

  private record Material(Rgb colour, double gloss, boolean metal, double rough) {}

  private record Ball(Vec center, double radius, Material material, double salt) {}

  private final List<Ball> balls = new ArrayList<>();
  private final Noise noise;
  private final Vec eye;
  private final Vec light;
  private final Rgb tableLight;
  private final Rgb tableDark;
  private final Rgb wall;
  private final Rgb window;
  private final boolean planks;
  private final double grainAngle;

  StillLife(RandomGenerator rng) {
    int[] palette = pick(rng, OAK, WALNUT, LINEN, SLATE);
    noise = new Noise(rng.nextLong());
    eye = new Vec(rng.nextDouble(-0.8, 0.8), rng.nextDouble(1.0, 2.1), -0.6);
    light = new Vec(rng.nextBoolean() ? 4 : -4, rng.nextDouble(3, 4.5), rng.nextDouble(0, 3));
    tableLight = Rgb.hex(palette[0]);
    tableDark = Rgb.hex(palette[1]);
    wall = Rgb.hex(palette[2]);
    window = Rgb.hex(palette[3]);
    planks = palette == OAK || palette == WALNUT;
    grainAngle = rng.nextDouble(-0.5, 0.5);
    int count = rng.nextInt(3, 8);
    for (int tries = 0; balls.size() < count && tries < 200; tries++) {
      place(rng);
    }
  }

  private void place(RandomGenerator rng) {
    double radius = rng.nextDouble(0.16, 0.52);
    Vec center = new Vec(rng.nextDouble(-1.35, 1.35), radius, rng.nextDouble(2.3, 4.8));
    for (Ball ball : balls) {
      double dx = ball.center.x() - center.x();
      double dz = ball.center.z() - center.z();
      if (Math.hypot(dx, dz) < 2.02 * Math.sqrt(ball.radius * radius)) {
        return;
      }
    }
    boolean metal = rng.nextInt(5) == 0;
    double gloss = pick(rng, 0.0, 0.04, 0.08, 0.12);
    Rgb colour =
        metal
            ? Rgb.hex(pick(rng, 0xf2efe8, 0xf4d08a, 0xe6a883))
            : Rgb.hex(COLOURS[rng.nextInt(COLOURS.length)]);
    double rough = gloss < 0.05 && !metal ? rng.nextDouble(0, 0.5) : 0;
    balls.add(
        new Ball(center, radius, new Material(colour, gloss, metal, rough), rng.nextDouble(0, 99)));
  }

  @Override
  public void paint(Frame frame) {
    Vec ahead = EYE_TARGET.minus(eye).unit();
    Vec right = new Vec(ahead.z(), 0, -ahead.x()).unit();
    Vec up = ahead.cross(right);
    frame.shade(
        0,
        1,
        (x, y) -> {
          Vec across = right.times((x - 0.5) * 0.95);
          return trace(eye, ahead.plus(across).plus(up.times((0.5 - y) * 0.95)).unit(), BOUNCES);
        });
  }

  private Rgb trace(Vec from, Vec ray, int bounces) {
    Ball nearest = null;
    double distance = ray.y() < 0 ? -from.y() / ray.y() : Double.POSITIVE_INFINITY;
    for (Ball ball : balls) {
      double hit = hit(from, ray, ball);
      if (hit < distance) {
        distance = hit;
        nearest = ball;
      }
    }
    if (nearest == null && (distance > 40)) {
      return room(ray);
    }
    Vec point = from.plus(ray.times(distance));
    return nearest == null ? table(point, ray, bounces) : ball(nearest, point, ray, bounces);
  }

  /** Distance to the ball, infinite without a hit. */
  private static double hit(Vec from, Vec ray, Ball ball) {
    double x = from.x() - ball.center.x();
    double y = from.y() - ball.center.y();
    double z = from.z() - ball.center.z();
    double b = x * ray.x() + y * ray.y() + z * ray.z();
    double c = x * x + y * y + z * z - ball.radius * ball.radius;
    double root = b * b - c;
    if (root < 0) {
      return Double.POSITIVE_INFINITY;
    }
    double distance = -b - Math.sqrt(root);
    return distance > 1e-4 ? distance : Double.POSITIVE_INFINITY;
  }

  /** What is around the table: a wall with a soft gradient and a window with four panes. */
  private Rgb room(Vec ray) {
    double up = clamp(ray.y() * 0.5 + 0.5);
    Vec toLight = light.unit();
    double side = ray.dot(toLight);
    Rgb colour = wall.times(0.16 + 0.5 * up * up + 0.3 * clamp(side));
    if (side < 0.5) {
      return colour;
    }
    double u = (ray.x() * toLight.z() - ray.z() * toLight.x()) * 2.6;
    double v = (ray.y() - toLight.y()) * 2.6;
    double pane = smooth(0.75, 0.68, Math.max(Math.abs(u), Math.abs(v)));
    double bars = smooth(0.04, 0.07, Math.min(Math.abs(u), Math.abs(v)));
    return colour.plus(window.times(7 * pane * bars));
  }

  private Rgb table(Vec point, Vec ray, int bounces) {
    double u = point.x() * Math.cos(grainAngle) + point.z() * Math.sin(grainAngle);
    double v = point.z() * Math.cos(grainAngle) - point.x() * Math.sin(grainAngle);
    Rgb colour = planks ? wood(u, v) : cloth(u, v);
    Vec up = new Vec(0, 1, 0);
    Rgb lit = colour.times(illumination(point, up, null));
    double fresnel = (planks ? 0.03 : 0.0) + (planks ? 0.25 : 0.03) * Math.pow(1 + ray.y(), 4);
    if (bounces > 0 && fresnel > 0.02) {
      lit = lit.mix(trace(point, ray.mirrored(up), bounces - 1), clamp(fresnel));
    }
    double depth = Math.hypot(point.x(), point.z() - 3);
    return lit.times(1 / (1 + 0.018 * depth * depth)).mix(room(ray), smooth(6, 22, depth));
  }

  private Rgb wood(double u, double v) {
    double plank = Math.floor(u * 1.1);
    double salt = 13.7 * noise.cell((int) plank, 3);
    double rings = noise.fbm(u * 2.2 + salt, v * 0.22 + salt, 3);
    double stripes = 0.5 + 0.5 * Math.sin(rings * 26 + u * 5);
    double pores = noise.fbm(u * 34 + salt, v * 1.6, 3);
    double gap = smooth(0.012, 0.03, Math.abs(u * 1.1 - Math.rint(u * 1.1)));
    Rgb colour = tableLight.mix(tableDark, clamp(0.25 + 0.45 * stripes + 0.55 * pores));
    return colour.times(lerp(0.35, 0.85 + 0.3 * noise.cell((int) plank, 9), gap));
  }

  private Rgb cloth(double u, double v) {
    double weave = 0.06 * Math.sin(u * 150) * Math.sin(v * 150);
    double folds = noise.fbm(u * 0.9, v * 0.9, 4);
    return tableLight.mix(tableDark, clamp(0.4 + 0.6 * folds)).times(1 + weave);
  }

  private Rgb ball(Ball ball, Vec point, Vec ray, int bounces) {
    Material material = ball.material;
    Vec normal = point.minus(ball.center).times(1 / ball.radius);
    double bump = 0.16 * material.rough;
    double skin = 1;
    if (material.rough > 0) {
      double a = noise.at(normal.x() * 17 + ball.salt, normal.y() * 17 + normal.z() * 9);
      double b = noise.at(normal.z() * 17 - ball.salt, normal.y() * 17 - normal.x() * 9);
      normal = normal.plus(new Vec(a, b, a - b).times(bump)).unit();
      skin = 1 + 0.25 * material.rough * noise.fbm(normal.x() * 4 + ball.salt, normal.y() * 4, 3);
    }
    Rgb reflected = Rgb.BLACK;
    double facing = clamp(-ray.dot(normal));
    double share =
        material.metal
            ? 1
            : material.gloss + (material.gloss > 0 ? 0.6 : 0.08) * Math.pow(1 - facing, 5);
    if (bounces > 0 && share > 0.01) {
      reflected = trace(point, ray.mirrored(normal), bounces - 1).times(share);
    }
    if (material.metal) {
      return reflected.times(material.colour).plus(material.colour.times(0.02));
    }
    Rgb lit = material.colour.times(skin).times(illumination(point, normal, ball));
    return lit.times(1 - share).plus(reflected);
  }

  /** Light of the window with a soft shadow, light of the room, and what the table throws back. */
  private Rgb illumination(Vec point, Vec normal, Ball self) {
    Vec toLight = light.minus(point).unit();
    double direct = clamp(normal.dot(toLight));
    double open = 1;
    for (Ball other : balls) {
      if (!other.equals(self)) {
        direct *= direct > 0 ? sunlit(point, toLight, other) : 1;
        open *= 1 - occlusion(point, normal, other);
      }
    }
    double ground = self == null ? 1 : lerp(0.35, 1, smooth(-1, 0.3, normal.y() + point.y()));
    Rgb ambient =
        wall.mix(new Rgb(1, 1, 1), 0.4).times(0.42 * (0.6 + 0.4 * normal.y()) * open * ground);
    Rgb bounced = tableLight.times(0.25 * clamp(-normal.y()) * open);
    return window.times(2.1 * direct).plus(ambient).plus(bounced);
  }

  /** Share of the window that a ball leaves visible; the half-shadow widens with the distance. */
  private static double sunlit(Vec point, Vec toLight, Ball ball) {
    Vec offset = ball.center.minus(point);
    double along = offset.dot(toLight);
    if (along < 0) {
      return 1;
    }
    double aside = Math.sqrt(Math.max(0, offset.dot(offset) - along * along));
    double penumbra = 0.02 + 0.2 * along;
    return smooth(-penumbra, penumbra, aside - ball.radius);
  }

  private static double occlusion(Vec point, Vec normal, Ball ball) {
    Vec offset = ball.center.minus(point);
    double d2 = offset.dot(offset);
    double facing = clamp(offset.dot(normal) / Math.sqrt(d2) * 0.8 + 0.2);
    return clamp(facing * ball.radius * ball.radius / d2);
  }
}
