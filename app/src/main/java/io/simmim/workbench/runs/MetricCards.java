package io.simmim.workbench.runs;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The numbers of a run in a row of cards. */
final class MetricCards extends HBox {

  private static final int MANY = 7;
  private static final double CHARACTER = 10;

  private List<String> ids = List.of();

  MetricCards(ObservableValue<List<Metric>> metrics) {
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
      getChildren().setAll(metrics.stream().map(MetricCards::card).toList());
    }
    for (int i = 0; i < metrics.size(); i++) {
      VBox card = (VBox) getChildren().get(i);
      ((Label) card.getChildren().get(0)).setText(metrics.get(i).title());
      ((Label) card.getChildren().get(1)).setText(metrics.get(i).value());
    }
  }

  private static VBox card(Metric metric) {
    Label title = new Label();
    title.getStyleClass().add("card-title");
    Label number = new Label();
    number.setId("run-" + metric.id());
    number.getStyleClass().add("card-number");
    VBox card = new VBox(title, number);
    card.getStyleClass().add("card");
    card.setAccessibleText(metric.title());
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setPrefWidth(metric.room() * CHARACTER);
    return card;
  }
}
