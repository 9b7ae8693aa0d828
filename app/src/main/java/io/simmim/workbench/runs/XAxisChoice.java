package io.simmim.workbench.runs;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Chooses what curves are drawn over. */
public final class XAxisChoice extends HBox {

  private final ObjectProperty<XAxis> axis = new SimpleObjectProperty<>(this, "axis", XAxis.STEP);

  /**
   * @param id of this; its buttons get {@code <id>-step} and so on
   */
  public XAxisChoice(String id) {
    setId(id);
    getStyleClass().add("axis-choice");
    for (XAxis each : XAxis.values()) {
      ToggleButton button = new ToggleButton(each.title());
      button.setId(id + "-" + each.name().toLowerCase(Locale.ROOT));
      button.getStyleClass().addAll("small", "quiet-toggle");
      button.setMinWidth(USE_PREF_SIZE);
      button.setTooltip(new Tooltip("Draw the curves over the " + each.unit() + "s"));
      button.setOnAction(
          event -> {
            axis.set(each);
            button.setSelected(true);
          });
      axis.subscribe(now -> button.setSelected(now == each));
      getChildren().add(button);
    }
  }

  public ObjectProperty<XAxis> axisProperty() {
    return axis;
  }
}
