package io.simmim.workbench.chart;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A chart with its title and, at the right of it, the controls that belong to it. */
public final class ChartCard extends VBox {

  /**
   * @param controls at the right of the title, such as a {@link #legend}
   */
  public ChartCard(String title, CurveChart chart, Node... controls) {
    getStyleClass().add("chart-card");
    Label name = new Label(title);
    name.getStyleClass().add("section-title");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(name, gap);
    head.getStyleClass().add("chart-head");
    head.getChildren().addAll(controls);
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().addAll(head, chart);
    setMinHeight(120);
  }

  /** Tells the strong line of a chart from the second one. */
  public static HBox legend(String strong, String second) {
    HBox legend = new HBox(key(strong, "legend-strong"), key(second, "legend-second"));
    legend.getStyleClass().add("legend");
    return legend;
  }

  private static Label key(String name, String style) {
    Region line = new Region();
    line.getStyleClass().addAll("legend-line", style);
    Label key = new Label(name, line);
    key.getStyleClass().add("legend-key");
    key.setMinWidth(USE_PREF_SIZE);
    return key;
  }
}
