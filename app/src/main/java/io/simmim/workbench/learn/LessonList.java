package io.simmim.workbench.learn;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The seven lessons, one below the other. */
final class LessonList extends VBox {

  private final ToggleGroup group = new ToggleGroup();

  LessonList(ObjectProperty<Lesson> chosen) {
    setId("lesson-list");
    getStyleClass().add("lesson-list");
    setMaxHeight(USE_PREF_SIZE);
    for (Lesson lesson : Lesson.values()) {
      getChildren().add(button(lesson, chosen));
    }
  }

  private ToggleButton button(Lesson lesson, ObjectProperty<Lesson> chosen) {
    Label number = new Label(Integer.toString(lesson.number()));
    number.getStyleClass().add("lesson-number");
    Label title = new Label(lesson.title());
    HBox content = new HBox(number, title);
    content.getStyleClass().add("lesson-entry");
    ToggleButton button = new ToggleButton();
    button.setId("lesson-" + lesson.number());
    button.setGraphic(content);
    button.setToggleGroup(group);
    button.setAccessibleText("lesson " + lesson.number() + ": " + lesson.title());
    button.getStyleClass().add("rail-button");
    button.setMaxWidth(Double.MAX_VALUE);
    chosen.subscribe(now -> button.setSelected(now == lesson));
    button.setOnAction(
        event -> {
          button.setSelected(true);
          chosen.set(lesson);
        });
    return button;
  }
}
