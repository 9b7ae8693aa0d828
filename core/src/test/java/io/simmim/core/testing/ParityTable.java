package io.simmim.core.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Turns what {@link Measured} has recorded into the README's tables of parity, the largest
 * difference of every kind. It needs nothing but a JDK: {@code java ParityTable.java parity.tsv}.
 */
public final class ParityTable {

  /** A table with a row a case; lines of other cases or quantities are not its own. */
  private record Grid(String title, String cases, List<Column> columns) {

    boolean takes(Line line) {
      return line.golden().matches(cases) && columns.stream().anyMatch(c -> c.takes(line));
    }
  }

  private record Column(String title, String quantities) {

    boolean takes(Line line) {
      return line.quantity().matches(quantities);
    }
  }

  private record Line(String golden, String quantity, double difference, double tolerance) {

    static Line of(String text) {
      String[] fields = text.split("\t", -1);
      return new Line(
          fields[0], fields[1], Double.parseDouble(fields[2]), Double.parseDouble(fields[3]));
    }
  }

  private static final List<Grid> GRIDS =
      List.of(
          new Grid(
              "one pass",
              "[AC]_.*",
              List.of(
                  new Column("outputs", "z|x_rec|target|features|logits"),
                  new Column("loss", "loss[^(]*"),
                  new Column("gradients (relative)", "gradient \\(relative\\).*"))),
          new Grid(
              "training",
              "[BC]_.*",
              List.of(
                  new Column("loss (relative)", "loss \\(relative\\)"),
                  new Column("gradient norm (relative)", "gradient norm \\(relative\\)"),
                  new Column("learning rate (relative)", "lr \\(relative\\)"),
                  new Column("parameters at the end", "final parameters"))),
          new Grid(
              "loading",
              "D_.*",
              List.of(
                  new Column("copied tensors", "copied"),
                  new Column("resized tensors", "resized"),
                  new Column("buffers", "buffers"),
                  new Column("logits", "logits"))));

  private final List<Line> lines;

  private ParityTable(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * Prints the tables in Markdown.
   *
   * @param arguments the file that {@link Measured} wrote
   */
  public static void main(String[] arguments) throws IOException {
    markdown(Files.readAllLines(Path.of(arguments[0]))).forEach(System.out::println);
  }

  /** The tables, from the lines of the file. */
  static List<String> markdown(List<String> recorded) {
    ParityTable table = new ParityTable(recorded.stream().map(Line::of).toList());
    List<String> result = new ArrayList<>();
    GRIDS.forEach(grid -> result.addAll(table.grid(grid)));
    result.addAll(table.others());
    return result;
  }

  private List<String> grid(Grid grid) {
    List<Line> own = lines.stream().filter(grid::takes).toList();
    List<String> rows = new ArrayList<>();
    rows.add(row(grid.title(), grid.columns().stream().map(c -> heading(c, own)).toList()));
    rows.add("|---|" + "---:|".repeat(grid.columns().size()));
    Map<String, List<Line>> cases =
        own.stream()
            .collect(Collectors.groupingBy(Line::golden, TreeMap::new, Collectors.toList()));
    cases.forEach(
        (name, of) ->
            rows.add(row(name, grid.columns().stream().map(column -> cell(column, of)).toList())));
    rows.add("");
    return rows;
  }

  private static String heading(Column column, List<Line> lines) {
    List<Line> own = lines.stream().filter(column::takes).toList();
    return own.isEmpty() ? column.title() : column.title() + " ≤ " + smallestTolerance(own);
  }

  private static String cell(Column column, List<Line> lines) {
    List<Line> own = lines.stream().filter(column::takes).toList();
    return own.isEmpty() ? "" : largestDifference(own);
  }

  private List<String> others() {
    List<String> rows = new ArrayList<>();
    rows.add(row("other", List.of("quantity", "compared", "largest difference", "allowed")));
    rows.add("|---|---|---:|---:|---:|");
    Map<String, Map<String, List<Line>>> cases =
        lines.stream()
            .filter(line -> GRIDS.stream().noneMatch(grid -> grid.takes(line)))
            .collect(
                Collectors.groupingBy(
                    Line::golden,
                    TreeMap::new,
                    Collectors.groupingBy(Line::quantity, TreeMap::new, Collectors.toList())));
    cases.forEach(
        (name, quantities) ->
            quantities.forEach(
                (quantity, of) ->
                    rows.add(
                        row(
                            name,
                            List.of(
                                quantity,
                                Integer.toString(of.size()),
                                largestDifference(of),
                                smallestTolerance(of))))));
    return rows;
  }

  private static String row(String first, List<String> others) {
    return "| " + first + " | " + String.join(" | ", others) + " |";
  }

  private static String largestDifference(List<Line> lines) {
    return number(lines.stream().mapToDouble(Line::difference).max().orElseThrow(), "%.1e");
  }

  private static String smallestTolerance(List<Line> lines) {
    return number(lines.stream().mapToDouble(Line::tolerance).min().orElseThrow(), "%.0e");
  }

  private static String number(double value, String format) {
    return value == 0 || value == 1
        ? Integer.toString((int) value)
        : String.format(Locale.ROOT, format, value);
  }
}
