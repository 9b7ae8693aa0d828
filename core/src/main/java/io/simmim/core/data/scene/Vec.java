package io.simmim.core.data.scene;

/** A point or direction in space: x to the right, y up, z away. */
record Vec(double x, double y, double z) {

  Vec plus(Vec other) {
    return new Vec(x + other.x, y + other.y, z + other.z);
  }

  Vec minus(Vec other) {
    return new Vec(x - other.x, y - other.y, z - other.z);
  }

  Vec times(double factor) {
    return new Vec(x * factor, y * factor, z * factor);
  }

  double dot(Vec other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /** Perpendicular to both; z cross x is y. */
  Vec cross(Vec other) {
    return new Vec(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  Vec unit() {
    return times(1 / Math.sqrt(dot(this)));
  }

  /** This direction mirrored by a surface with the given normal. */
  Vec mirrored(Vec normal) {
    return minus(normal.times(2 * dot(normal)));
  }
}
