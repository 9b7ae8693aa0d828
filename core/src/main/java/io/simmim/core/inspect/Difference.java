package io.simmim.core.inspect;

import io.simmim.core.checkpoint.TensorBytes;
import io.simmim.core.checkpoint.TensorData;

/** How one entry of a file differs from the same entry of another. */
public sealed interface Difference {

  /** The entry is in the first file only. */
  record OnlyInA(String content) implements Difference {}

  /** The entry is in the second file only. */
  record OnlyInB(String content) implements Difference {}

  /** Values, or element types and shapes of tensors, that are not the same. */
  record Unequal(String a, String b) implements Difference {}

  /**
   * Tensors of the same type and shape with other bytes.
   *
   * @param maxAbs largest |a - b|; infinite where one is finite and the other is not
   * @param maxRelative largest |a - b| / max(|a|, |b|); infinite likewise
   * @param elements how many values differ
   */
  record OtherValues(double maxAbs, double maxRelative, long elements) implements Difference {}

  /** Compares two leaves of {@link Leaves}; null when they are equal, tensors byte by byte. */
  static Difference between(Object a, Object b) {
    if (a instanceof TensorData first && b instanceof TensorData second) {
      return between(first, second);
    }
    return a.equals(b) ? null : new Unequal(describe(a), describe(b));
  }

  private static Difference between(TensorData a, TensorData b) {
    if (a.type() != b.type() || !a.shape().equals(b.shape())) {
      return new Unequal(describe(a), describe(b));
    }
    if (haveSameBytes(a, b)) {
      return null;
    }
    return values(a, b);
  }

  private static boolean haveSameBytes(TensorData a, TensorData b) {
    TensorBytes first = new TensorBytes(a);
    TensorBytes second = new TensorBytes(b);
    while (first.read() > 0 && second.read() > 0) {
      if (!first.piece().equals(second.piece())) {
        return false;
      }
    }
    return true;
  }

  private static Difference values(TensorData a, TensorData b) {
    double maxAbs = 0;
    double maxRelative = 0;
    long differing = 0;
    Values first = new Values(a);
    Values second = new Values(b);
    for (int count = first.read(); count > 0; count = first.read()) {
      second.read();
      for (int i = 0; i < count; i++) {
        double x = first.piece()[i];
        double y = second.piece()[i];
        if (Double.compare(x, y) != 0) {
          double distance = distance(x, y);
          differing++;
          maxAbs = Math.max(maxAbs, distance);
          maxRelative = Math.max(maxRelative, relative(distance, x, y));
        }
      }
    }
    return new OtherValues(maxAbs, maxRelative, differing);
  }

  private static double distance(double x, double y) {
    double distance = Math.abs(x - y);
    return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
  }

  private static double relative(double distance, double x, double y) {
    return distance == 0 || Double.isInfinite(distance)
        ? distance
        : distance / Math.max(Math.abs(x), Math.abs(y));
  }

  /** A leaf in words: type and shape of a tensor, else the value. */
  static String describe(Object leaf) {
    return leaf instanceof TensorData tensor
        ? tensor.type() + tensor.shapeText()
        : Printable.of(leaf);
  }
}
