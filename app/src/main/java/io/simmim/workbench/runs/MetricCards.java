package io.simmim.workbench.runs;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Numbers in a row of cards. */
public final class MetricCards extends HBox {

  private static final int MANY = 7;
  private static final double CHARACTER = 10;

  private final String prefix;
  private List<String> ids = List.of();

  /**
   * @param prefix the number of a metric gets the id {@code <prefix>-<id>}
   */
  public MetricCards(String prefix, ObservableValue<List<Metric>> metrics) {
    this.prefix = prefix;
    getStyleClass().add("cards");
    metrics.subscribe(this::show);
  }

  private void show(List<Metric> metrics) {
    List<String> now = metrics.stream().map(Metric::id).toList();
    if (!now.equals(ids)) {
      ids = now;
      getStyleClass().remove("cards-dense");
      if (now.size() >= MANY) {
        getStyleClass().add("cards-dense");
      }
      getChildren().setAll(metrics.stream().map(this::card).toList());
    }
    for (int i = 0; i < metrics.size(); i++) {
      VBox card = (VBox) getChildren().get(i);
      ((Label) card.getChildren().get(0)).setText(metrics.get(i).title());
      ((Label) card.getChildren().get(1)).setText(metrics.get(i).value());
    }
  }

  private VBox card(Metric metric) {
    Label title = new Label();
    title.getStyleClass().add("card-title");
    Label number = new Label();
    number.setId(prefix + "-" + metric.id());
    number.getStyleClass().add("card-number");
    number.setMinWidth(USE_PREF_SIZE);
    VBox card = new VBox(title, number);
    card.getStyleClass().add("card");
    card.setAccessibleText(metric.title());
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setPrefWidth(metric.room() * CHARACTER);
    return card;
  }
}
