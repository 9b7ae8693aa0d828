package io.simmim.workbench.checkpoint;

import io.simmim.core.checkpoint.ScalarType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sizes as this page writes them. */
final class Sizes {

  private Sizes() {}

  /** Sizes of a tensor: {@code 128×3×4×4}; a scalar is one. */
  static String shape(List<Long> sizes) {
    return sizes.isEmpty()
        ? "scalar"
        : sizes.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }

  /** Type and sizes: {@code float32 128×3×4×4}. */
  static String typed(ScalarType type, List<Long> sizes) {
    return type.name().toLowerCase(Locale.ROOT) + " " + shape(sizes);
  }

  /** Bytes in powers of 1000, as file managers count them. */
  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    if (bytes < 1_000_000) {
      return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
  }

  /** A number of parameters: {@code 87.9 M}. */
  static String parameters(long count) {
    if (count < 10_000) {
      return Long.toString(count);
    }
    return count < 1_000_000
        ? String.format(Locale.ROOT, "%.1f k", count / 1e3)
        : String.format(Locale.ROOT, "%.1f M", count / 1e6);
  }

  /** A value of a tensor: four significant digits, three in powers of ten. */
  static String value(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "" : Double.toString(value);
    }
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < 1e6) {
      return Long.toString((long) value);
    }
    if (size >= 1e-3 && size < 1e6) {
      int whole = size < 1 ? 0 : (int) Math.log10(size) + 1;
      return String.format(Locale.ROOT, "%." + Math.max(0, 4 - Math.max(whole, 0)) + "f", value);
    }
    return String.format(Locale.ROOT, "%.2e", value);
  }
}
