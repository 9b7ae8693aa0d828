package io.simmim.workbench.start;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One large choice: a picture, what it does, one sentence, its key. The whole card is a button. */
final class ChoiceCard extends Button {

  private final Label sentence = new Label();

  ChoiceCard(String id, Node picture, String title, String says, String keys, Runnable action) {
    setId(id);
    getStyleClass().add("choice-card");
    Label heading = new Label(title);
    heading.getStyleClass().add("choice-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label key = new Label(keys);
    key.getStyleClass().add("key-cap");
    key.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(heading, gap, key);
    head.getStyleClass().add("tight-row");
    sentence.setText(says);
    sentence.setId(id + "-sentence");
    sentence.setWrapText(true);
    sentence.getStyleClass().addAll("muted", "choice-sentence");
    VBox words = new VBox(head, sentence);
    words.getStyleClass().add("choice-words");
    VBox content = new VBox(picture, words);
    content.getStyleClass().add("choice-content");
    setGraphic(content);
    setAccessibleText(title + ". " + says);
    setMaxWidth(Double.MAX_VALUE);
    setOnAction(event -> action.run());
  }

  Label sentence() {
    return sentence;
  }
}
