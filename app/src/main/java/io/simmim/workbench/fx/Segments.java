package io.simmim.workbench.fx;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Values side by side, one of them chosen. */
public final class Segments<T> extends HBox {

  private final ToggleGroup group = new ToggleGroup();
  private final String id;
  private final Function<T, String> says;
  private final Consumer<T> choose;
  private T chosen;

  /**
   * @param id each value gets the id {@code <id>-<title>}, in small letters
   * @param says a sentence for the tooltip and the screen reader
   */
  public Segments(String id, Function<T, String> says, Consumer<T> choose) {
    this.id = id;
    this.says = says;
    this.choose = choose;
    setId(id);
    getStyleClass().add("stage-choice");
  }

  /** Offers these values. */
  public void offer(List<T> values, Function<T, String> title) {
    getChildren().clear();
    for (int i = 0; i < values.size(); i++) {
      getChildren().add(segment(values.get(i), title.apply(values.get(i)), i, values.size()));
    }
    select(chosen);
  }

  /** Marks a value as the chosen one. */
  public void select(T value) {
    chosen = value;
    getChildren()
        .forEach(
            node -> {
              if (node instanceof ToggleButton button) {
                button.setSelected(button.getUserData().equals(value));
              }
            });
  }

  private ToggleButton segment(T value, String title, int index, int count) {
    ToggleButton button = new ToggleButton(title);
    button.setId(id + "-" + title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
    button.setUserData(value);
    button.setToggleGroup(group);
    button.getStyleClass().add("segment");
    if (count > 1) {
      button.getStyleClass().add(place(index, count));
    }
    button.setTooltip(new Tooltip(says.apply(value)));
    button.setAccessibleText(title + ": " + says.apply(value));
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setOnAction(
        event -> {
          button.setSelected(true);
          choose.accept(value);
        });
    return button;
  }

  private static String place(int index, int count) {
    if (index == 0) {
      return Styles.LEFT_PILL;
    }
    return index == count - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
  }
}
