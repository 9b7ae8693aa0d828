package io.simmim.workbench.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Numbers on axes: thin groups for counts, powers of ten only for the very small and large. */
final class AxisFormat extends NumberFormat {

  private static final long serialVersionUID = 1L;

  private final DecimalFormat plain = new DecimalFormat("#,##0.######", symbols());
  private final DecimalFormat scientific = new DecimalFormat("0.##E0", symbols());

  @Override
  public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
    double size = Math.abs(number);
    boolean extreme = size != 0 && (size < 1e-3 || size >= 1e7);
    String text = extreme ? scientific.format(number).replace("E", "e") : plain.format(number);
    return to.append(text);
  }

  @Override
  public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
    return format((double) number, to, position);
  }

  @Override
  public Number parse(String source, ParsePosition position) {
    return plain.parse(source, position);
  }

  private static DecimalFormatSymbols symbols() {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator('\u2009');
    return symbols;
  }
}
