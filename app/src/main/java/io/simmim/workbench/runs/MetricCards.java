package io.simmim.workbench.runs;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The numbers of a run in a row of cards. */
final class MetricCards extends HBox {

  MetricCards(RunViewModel model) {
    getStyleClass().add("cards");
    getChildren()
        .addAll(
            card("epoch", "Epoch", model.epochProperty()),
            card("step", "Step", model.stepProperty()),
            card("loss", "Loss", model.lossProperty()),
            card("speed", "Images/s", model.speedProperty()),
            card("remaining", "Remaining", model.remainingProperty()),
            card("memory", "Peak memory", model.memoryProperty()));
  }

  private static VBox card(String id, String name, ObservableValue<String> value) {
    Label title = new Label(name);
    title.getStyleClass().add("card-title");
    Label number = new Label();
    number.setId("run-" + id);
    number.getStyleClass().add("card-number");
    number.textProperty().bind(value);
    VBox card = new VBox(title, number);
    card.getStyleClass().add("card");
    card.setAccessibleText(name);
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setPrefWidth(100);
    return card;
  }
}
