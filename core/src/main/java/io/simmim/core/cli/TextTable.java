package io.simmim.core.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text under headings, for a terminal or as Markdown; numbers stand to the right. */
final class TextTable {

  private static final String NUMBER = "(-?[0-9.]+(e[+-][0-9]+)?( \\([0-9.]+\\))?)?";

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(List<String> headings) {
    this.headings = List.copyOf(headings);
  }

  void add(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "expected " + headings.size() + " cells, got " + cells.length);
    }
    rows.add(Arrays.asList(cells));
  }

  /** A copy that leaves out each column without a single cell, however it is headed. */
  TextTable withoutEmptyColumns() {
    List<Integer> kept =
        columns()
            .filter(column -> rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
            .boxed()
            .toList();
    TextTable table = new TextTable(kept.stream().map(headings::get).toList());
    rows.forEach(row -> table.rows.add(kept.stream().map(row::get).toList()));
    return table;
  }

  /** Aligned by spaces. */
  List<String> plain() {
    List<String> lines = new ArrayList<>();
    lines.add(aligned(headings, "  ").stripTrailing());
    rows.forEach(row -> lines.add(aligned(row, "  ").stripTrailing()));
    return lines;
  }

  /** With pipes between the cells. */
  List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("| " + aligned(headings, " | ") + " |");
    lines.add(
        columns()
            .mapToObj(column -> "-".repeat(width(column) + 1) + (isNumeric(column) ? ":" : "-"))
            .collect(Collectors.joining("|", "|", "|")));
    rows.forEach(row -> lines.add("| " + aligned(row, " | ") + " |"));
    return lines;
  }

  private String aligned(List<String> cells, String separator) {
    return columns()
        .mapToObj(column -> padded(cells.get(column), column))
        .collect(Collectors.joining(separator));
  }

  private String padded(String cell, int column) {
    String padding = " ".repeat(width(column) - cell.length());
    return isNumeric(column) ? padding + cell : cell + padding;
  }

  private IntStream columns() {
    return IntStream.range(0, headings.size());
  }

  private int width(int column) {
    int widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return Math.max(widest, headings.get(column).length());
  }

  private boolean isNumeric(int column) {
    return rows.stream().allMatch(row -> row.get(column).matches(NUMBER));
  }
}
