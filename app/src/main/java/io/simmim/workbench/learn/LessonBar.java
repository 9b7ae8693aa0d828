package io.simmim.workbench.learn;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The controls of a lesson in a row below what they change, numbers at their right. */
final class LessonBar extends HBox {

  private static final double LONG = 300;
  private static final double SHORT = 160;

  LessonBar(Node... parts) {
    getStyleClass().add("lesson-bar");
    setMinHeight(USE_PREF_SIZE);
    setFillHeight(false);
    getChildren().addAll(parts);
  }

  /** Takes the room that is left between its neighbours. */
  static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  /** Gives a control the length that suits a slider. */
  static <R extends Region> R slider(R control) {
    control.setPrefWidth(LONG);
    control.setMinWidth(SHORT);
    HBox.setHgrow(control, Priority.SOMETIMES);
    return control;
  }
}
