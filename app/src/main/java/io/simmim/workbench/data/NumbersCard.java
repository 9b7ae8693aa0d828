package io.simmim.workbench.data;

import io.simmim.core.survey.FolderReport;
import io.simmim.core.survey.PictureSize;
import io.simmim.workbench.fx.InWords;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is counted in a folder. */
final class NumbersCard extends VBox {

  private static final double KIBI = 1024;

  private final GridPane grid = new GridPane();
  private final Label images = value("data-images");
  private final Label parts = value("data-parts");
  private final Label classes = value("data-classes");
  private final Label formats = value("data-formats");
  private final Label bytes = value("data-bytes");
  private final Label smallest = value("data-smallest");
  private final Label median = value("data-median");
  private final Label largest = value("data-largest");
  private final Label small = value("data-small");

  NumbersCard(DataPageViewModel model) {
    getStyleClass().add("panel");
    setMinHeight(USE_PREF_SIZE);
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints values = new ColumnConstraints();
    values.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(names, values);
    grid.getStyleClass().add("numbers-grid");
    row(0, "Images", "Files that a training lists", images);
    row(1, "Train / val", "In the folders train and val; whole without them", parts);
    row(2, "Classes", "The first folders below the images", classes);
    row(3, "Format", "What the files are, whatever their names", formats);
    row(4, "On disk", "All images together", bytes);
    row(5, "Smallest", "Least area, in pixels", smallest);
    row(6, "Median", "In the middle by area, in pixels", median);
    row(7, "Largest", "Most area, in pixels", largest);
    row(8, "Below input", "A side shorter than DATA.IMG_SIZE: they are enlarged", small);
    getChildren().add(grid);
    model.stateProperty().subscribe(state -> show(state.report()));
  }

  private void row(int index, String title, String why, Label value) {
    Label name = new Label(title);
    name.getStyleClass().add("muted");
    name.setTooltip(new Tooltip(why));
    name.setMinWidth(USE_PREF_SIZE);
    grid.addRow(index, name, value);
  }

  private void show(Optional<FolderReport> report) {
    images.setText(word(report, r -> InWords.count(r.images())));
    parts.setText(word(report, NumbersCard::parts));
    classes.setText(word(report, r -> r.classes().isEmpty() ? "none" : classes(r)));
    formats.setText(word(report, NumbersCard::formats));
    bytes.setText(word(report, NumbersCard::bytes));
    smallest.setText(size(report.flatMap(r -> r.sizes().smallest())));
    median.setText(size(report.flatMap(r -> r.sizes().median())));
    largest.setText(size(report.flatMap(r -> r.sizes().largest())));
    small.setText(word(report, r -> InWords.count(r.small())));
  }

  private static String parts(FolderReport report) {
    return report.split()
        ? InWords.count(report.training()) + " / " + InWords.count(report.validation())
        : "not split";
  }

  private static String classes(FolderReport report) {
    return InWords.count(report.classes().size());
  }

  private static String formats(FolderReport report) {
    if (report.formats().size() == 1) {
      return report.formats().firstKey();
    }
    String all =
        report.formats().entrySet().stream()
            .sorted((a, b) -> b.getValue() - a.getValue())
            .limit(2)
            .map(e -> e.getKey() + " " + InWords.count(e.getValue()))
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? InWords.NONE : report.formats().size() > 2 ? all + ", …" : all;
  }

  private static String bytes(FolderReport report) {
    double kibi = report.bytes() / KIBI;
    return kibi < KIBI ? String.format(Locale.ROOT, "%.0f KiB", kibi) : InWords.memory(kibi / KIBI);
  }

  private static String size(Optional<PictureSize> size) {
    return size.map(PictureSize::toString).orElse(InWords.NONE);
  }

  private static String word(
      Optional<FolderReport> report, java.util.function.Function<FolderReport, String> words) {
    return report.map(words).orElse(InWords.NONE);
  }

  private static Label value(String id) {
    Label label = new Label(InWords.NONE);
    label.setId(id);
    label.getStyleClass().add("num");
    return label;
  }
}
