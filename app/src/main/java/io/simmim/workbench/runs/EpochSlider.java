package io.simmim.workbench.runs;

import io.simmim.core.run.RunEvent;
import io.simmim.workbench.fx.InWords;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One slider for all charts of a fine-tuning, and a player that moves it. */
final class EpochSlider extends HBox {

  private final EpochChoice choice;
  private final Slider slider = new Slider(0, 0, 0);
  private final Label caption = new Label();

  EpochSlider(EpochChoice choice) {
    this.choice = choice;
    setId("epochs");
    getStyleClass().add("strip-footer");
    slider.setId("epochs-slider");
    slider.setAccessibleText("epoch that is marked in all charts");
    slider.setTooltip(
        new Tooltip("The epoch that is marked in all charts (Ctrl+Left, Ctrl+Right)"));
    slider.setBlockIncrement(1);
    slider
        .valueProperty()
        .addListener((p, old, now) -> choice.choose((int) Math.round(now.doubleValue())));
    caption.setId("epochs-caption");
    caption.getStyleClass().addAll("num", "muted");
    caption.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(slider, Priority.ALWAYS);
    getChildren().addAll(new Player("epochs", choice::playOn), slider, caption);
    ChangeListener<Object> shown = (p, old, now) -> show();
    choice.epochsProperty().addListener(shown);
    choice.indexProperty().addListener(shown);
    show();
  }

  private void show() {
    int count = choice.epochsProperty().get().size();
    setDisable(count < 2);
    slider.setMax(Math.max(0, count - 1));
    slider.setValue(Math.max(0, choice.indexProperty().get()));
    caption.setText(choice.chosen().map(EpochSlider::inWords).orElse(""));
  }

  private static String inWords(RunEvent.Validation v) {
    return "epoch %d   top-1 %s   loss %s"
        .formatted(v.epoch() + 1, InWords.percent(v.top1()), InWords.number(v.loss()));
  }
}
