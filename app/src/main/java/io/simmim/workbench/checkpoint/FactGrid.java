package io.simmim.workbench.checkpoint;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Facts in columns, each a name and a value; the tooltip says what it means. */
final class FactGrid extends GridPane {

  private static final int COLUMNS = 4;
  private static final double WIDEST_TOOLTIP = 480;

  FactGrid() {
    setId("verdict-facts");
    getStyleClass().add("fact-grid");
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints names = new ColumnConstraints();
      names.setMinWidth(USE_PREF_SIZE);
      ColumnConstraints values = new ColumnConstraints();
      values.setHgrow(Priority.ALWAYS);
      values.setPrefWidth(100);
      values.setMinWidth(60);
      getColumnConstraints().addAll(names, values);
    }
  }

  void show(List<Verdict.Fact> facts) {
    getChildren().clear();
    int rows = (facts.size() + COLUMNS - 1) / COLUMNS;
    for (int i = 0; i < facts.size(); i++) {
      Verdict.Fact fact = facts.get(i);
      int column = 2 * (i / rows);
      add(name(fact), column, i % rows);
      add(value(fact), column + 1, i % rows);
    }
  }

  /** Gives a fact another value. */
  void change(String id, String name, String value, String why) {
    getChildren().stream()
        .filter(node -> ("fact-" + id).equals(node.getId()))
        .map(Label.class::cast)
        .forEach(label -> fill(label, new Verdict.Fact(id, name, value, why)));
  }

  private static Label name(Verdict.Fact fact) {
    Label label = new Label(fact.name());
    label.getStyleClass().addAll("muted", "small");
    label.setTooltip(new Tooltip(fact.why()));
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Label value(Verdict.Fact fact) {
    Label label = new Label();
    label.setId("fact-" + fact.id());
    label.getStyleClass().add("fact-value");
    fill(label, fact);
    return label;
  }

  private static void fill(Label label, Verdict.Fact fact) {
    label.setText(fact.value());
    Tooltip tooltip = new Tooltip(fact.value() + "\n\n" + fact.why());
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDEST_TOOLTIP);
    label.setTooltip(tooltip);
    label.setAccessibleText(fact.name() + ": " + fact.value());
  }
}
