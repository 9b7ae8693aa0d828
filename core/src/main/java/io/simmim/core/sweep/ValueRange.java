package io.simmim.core.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in equal steps, {@code 0.1:0.9:0.1}, or in equal factors, {@code 16:64:x2}; both ends are
 * in when they are met. Decimal arithmetic, so that 0.1 + 0.2 is 0.3.
 */
record ValueRange(BigDecimal from, BigDecimal to, boolean factor, BigDecimal by) {

  /** More values than anybody trains with. */
  static final int MOST = 200;

  private static final String NUMBER =
      "([-+]?(?:\\d{1,20}\\.?\\d{0,20}|\\.\\d{1,20})(?:[eE][-+]?\\d{1,2})?)";
  private static final Pattern RANGE =
      Pattern.compile(NUMBER + "\\s*:\\s*" + NUMBER + "\\s*:\\s*([xX]?)\\s*" + NUMBER);

  /** The range that is written so; empty for other text. */
  static Optional<ValueRange> read(String text) {
    Matcher matcher = RANGE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ValueRange(
            new BigDecimal(matcher.group(1)),
            new BigDecimal(matcher.group(2)),
            !matcher.group(3).isEmpty(),
            new BigDecimal(matcher.group(4))));
  }

  /** Why it has no end, or too many values; empty when neither is so. */
  String problem() {
    int direction = to.compareTo(from);
    if (factor && (from.signum() <= 0 || to.signum() <= 0 || by.signum() <= 0)) {
      return "a range with a factor needs numbers above 0";
    }
    int step = factor ? by.compareTo(BigDecimal.ONE) : by.signum();
    if (direction != 0 && step != direction) {
      return "the range never gets from " + text(from) + " to " + text(to);
    }
    return values().size() > MOST ? "the range has more than " + MOST + " values" : "";
  }

  /** The values, first to last; not more than one beyond {@link #MOST}. */
  List<String> values() {
    List<String> values = new ArrayList<>();
    int direction = to.compareTo(from);
    BigDecimal value = from;
    while (values.size() <= MOST && value.compareTo(to) * direction <= 0) {
      values.add(text(value));
      if (direction == 0) {
        break;
      }
      value = factor ? value.multiply(by).stripTrailingZeros() : value.add(by);
    }
    return values;
  }

  /** As a person would write it: 16, 0.001, 1e-8. */
  private static String text(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() <= 0 ? plain.toPlainString() : plain.toString().toLowerCase(Locale.ROOT);
  }
}
