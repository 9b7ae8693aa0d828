package io.simmim.workbench.compare;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

/** A number; smaller, in the colour of good or bad, its difference to the baseline. */
final class DifferenceCell extends TableCell<ComparedNumbers, ComparedNumbers> {

  private final Function<ComparedNumbers, DifferenceText> words;
  private final String column;
  private final Label value = new Label();
  private final Label difference = new Label();
  private final HBox box = new HBox(difference, value);

  DifferenceCell(String column, Function<ComparedNumbers, DifferenceText> words) {
    this.column = column;
    this.words = words;
    value.getStyleClass().add("num");
    value.setMinWidth(Label.USE_PREF_SIZE);
    difference.setMinWidth(Label.USE_PREF_SIZE);
    difference.getStyleClass().setAll("label", "num", "difference");
    box.getStyleClass().add("difference-box");
  }

  @Override
  protected void updateItem(ComparedNumbers numbers, boolean empty) {
    super.updateItem(numbers, empty);
    if (empty || numbers == null) {
      setGraphic(null);
      return;
    }
    DifferenceText text = words.apply(numbers);
    value.setText(text.value());
    difference.setText(text.difference());
    difference.setId("difference-" + column + "-" + numbers.run().run().tag());
    difference
        .getStyleClass()
        .setAll(
            "label",
            "num",
            "difference",
            text.better().map(better -> better ? "better" : "worse").orElse("neither"));
    setGraphic(box);
  }
}
