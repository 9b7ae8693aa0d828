package io.simmim.core.cli;

import io.simmim.core.bench.BenchRow;
import java.util.List;
import java.util.Locale;

/** Measured models under each other: for a terminal line by line as they come, or as Markdown. */
final class BenchTable {

  private static final List<String> HEADINGS =
      List.of(
          "model",
          "pass",
          "precision",
          "batch",
          "median s",
          "fastest s",
          "images/s",
          "peak MiB",
          "/ file (fastest)");

  /** With room for what is measured, below 100 columns together. */
  private static final String LINE = "%-10s %-8s %-9s %5s %9s %9s %9s %8s  %s";

  private BenchTable() {}

  static String head() {
    return line(HEADINGS);
  }

  static String line(BenchRow row) {
    return line(cells(row));
  }

  private static String line(List<String> cells) {
    return LINE.formatted(cells.toArray()).stripTrailing();
  }

  static List<String> markdown(List<BenchRow> rows) {
    TextTable table = new TextTable(HEADINGS);
    rows.forEach(row -> table.add(cells(row).toArray(String[]::new)));
    return table.withoutEmptyColumns().markdown();
  }

  private static List<String> cells(BenchRow row) {
    String batch = Integer.toString(row.batchSize());
    return row.isMeasured()
        ? List.of(
            row.model(),
            row.pass(),
            row.precision(),
            batch,
            number("%.4f", row.own().median()),
            number("%.4f", row.own().min()),
            number("%.1f", row.imagesPerSecond()),
            number("%.0f", row.peakMb()),
            ratio(row))
        : List.of(row.model(), row.pass(), row.precision(), batch, "failed", "", "", "", "");
  }

  /** Our time over that of the file: of the medians, and of the fastest. */
  private static String ratio(BenchRow row) {
    return row.torchScript() == null
        ? ""
        : number("%.2f", row.own().median() / row.torchScript().median())
            + number(" (%.2f)", row.own().min() / row.torchScript().min());
  }

  private static String number(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
