package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.TensorStats;
import io.simmim.core.portrait.Portrait;
import io.simmim.workbench.fx.InWords;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What a tensor is, in words and numbers. */
final class TensorHeader extends VBox {

  private final Label name = line("tensor-name", "code", "tensor-name");
  private final Label meaning = line("tensor-meaning");
  private final Label facts = line("tensor-facts", "muted", "tensor-facts");
  private final Label inFile = line("tensor-in-file", "muted", "tensor-facts");
  private final FlowPane stats = new FlowPane();
  private final Label numbers = line("tensor-numbers", "code");

  TensorHeader() {
    getStyleClass().add("tensor-header");
    stats.getStyleClass().add("tensor-stats");
    stats.setId("tensor-stats");
    getChildren().addAll(name, meaning, facts, inFile, stats, numbers);
  }

  private static Label line(String id, String... styles) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    label.managedProperty().bind(label.visibleProperty());
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    return label;
  }

  void show(ShownTensor shown) {
    Portrait portrait = shown.portrait();
    name.setText(portrait.name());
    meaning.setText(portrait.meaning());
    facts.setText(facts(portrait));
    inFile.setText(
        shown.inFile().isEmpty() ? "" : "In the file: " + String.join(" + ", shown.inFile()));
    stats.getChildren().clear();
    showStats(portrait.stats());
    numbers.setText(
        portrait.numbers().stream().map(CellValue::text).collect(Collectors.joining("   ")));
  }

  private static String facts(Portrait portrait) {
    String type = portrait.type().name().toLowerCase(Locale.ROOT);
    return "%s · %s · %s %s · %s"
        .formatted(
            Sizes.shape(portrait.shape()),
            type,
            InWords.count(portrait.elements()),
            portrait.elements() == 1 ? "value" : "values",
            Sizes.bytes(portrait.bytes()));
  }

  private void showStats(TensorStats values) {
    if (!Double.isNaN(values.min())) {
      add("min", CellValue.text(values.min()), "num");
      add("mean", CellValue.text(values.mean()), "num");
      add("max", CellValue.text(values.max()), "num");
    }
    if (!Double.isNaN(values.std())) {
      add("std", CellValue.text(values.std()), "num");
    }
    add("NaN", InWords.count(values.nans()), values.nans() > 0 ? "ill" : "num");
    add("inf", InWords.count(values.infinities()), values.infinities() > 0 ? "ill" : "num");
  }

  private void add(String what, String value, String style) {
    Label title = new Label(what);
    title.getStyleClass().add("card-title");
    Label number = new Label(value);
    number.getStyleClass().addAll("num", style);
    stats.getChildren().add(new VBox(title, number));
  }
}
