package io.simmim.workbench.experiment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values of keys as people write them in YAML. */
public final class FormValues {

  private FormValues() {}

  /** {@code 0.0005} for a number, {@code [2, 2, 6, 2]} for a list, {@code null} for none. */
  public static String text(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(FormValues::text).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof Double number ? number(number) : value.toString();
  }

  private static String number(double value) {
    double size = Math.abs(value);
    if (size != 0 && size < 1e-3) {
      String digits = String.format(Locale.ROOT, "%.6e", value);
      return digits.replaceFirst("\\.?0+e", "e").replaceFirst("e([-+])0", "e$1");
    }
    return value == Math.rint(value) && size < 1e9
        ? String.format(Locale.ROOT, "%.1f", value)
        : Double.toString(value);
  }
}
