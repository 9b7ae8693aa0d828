package io.simmim.core.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A row for every configuration: what its model costs, and what was published about it. */
final class ModelTable {

  private final List<ModelRow> rows = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();

  void add(ModelRow row) {
    rows.add(row);
    row.sources().stream().filter(source -> !sources.contains(source)).forEach(sources::add);
  }

  /** Aligned for a terminal, and what the notes stand for. */
  List<String> plain() {
    TextTable table =
        new TextTable(
            List.of(
                "config",
                "stage",
                "image",
                "encoder (M)",
                "published",
                "model (M)",
                "published",
                "GMACs",
                "published",
                "published top-1 (%)",
                "source"));
    for (ModelRow row : rows) {
      table.add(
          row.folder() + "/" + row.file(),
          row.stage(),
          Integer.toString(row.imgSize()),
          row.encoder(),
          row.publishedEncoder(),
          row.model(),
          row.publishedModel(),
          row.gmacs(),
          row.publishedGmacs(),
          row.top1(),
          footnotes(row));
    }
    return withSources(table.plain(), "");
  }

  /**
   * The same in Markdown and narrower: under the name of each folder its files, what was published
   * in brackets beside what was counted, no empty columns.
   */
  List<String> markdown() {
    TextTable table =
        new TextTable(
            List.of(
                "config",
                "image",
                "encoder (M)",
                "model (M)",
                "GMACs",
                "published top-1 (%)",
                "source"));
    String folder = "";
    for (ModelRow row : rows) {
      if (!row.folder().equals(folder)) {
        folder = row.folder();
        table.add("**" + folder + "**", "", "", "", "", "", "");
      }
      table.add(
          row.file(),
          Integer.toString(row.imgSize()),
          beside(row.encoder(), row.publishedEncoder()),
          beside(row.model(), row.publishedModel()),
          beside(row.gmacs(), row.publishedGmacs()),
          row.top1(),
          footnotes(row));
    }
    // Two blanks end a line.
    return withSources(table.withoutEmptyColumns().markdown(), "  ");
  }

  private static String beside(String counted, String published) {
    return published.isEmpty() ? counted : counted + " (" + published + ")";
  }

  private List<String> withSources(List<String> table, String lineEnd) {
    List<String> lines = new ArrayList<>(table);
    for (int i = 0; i < sources.size(); i++) {
      if (i == 0) {
        lines.add("");
      }
      lines.add("[%d] %s%s".formatted(i + 1, sources.get(i), lineEnd));
    }
    return lines;
  }

  private String footnotes(ModelRow row) {
    return row.sources().stream()
        .map(source -> "[" + (sources.indexOf(source) + 1) + "]")
        .collect(Collectors.joining(" "));
  }
}
