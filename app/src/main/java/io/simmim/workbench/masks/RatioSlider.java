package io.simmim.workbench.masks;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The mask ratio: its value, and the slider that chooses it. */
public final class RatioSlider extends VBox {

  private static final double SAME = 0.005;
  private static final double KEY_STEP = 0.05;

  private final MaskControls controls;
  private final Slider slider = new Slider(MaskControls.LEAST, MaskControls.MOST, 0.6);
  private final Label ratio = new Label();

  /**
   * @param id of the slider; the value gets the id {@code <id>-value}
   */
  public RatioSlider(String id, MaskControls controls) {
    this.controls = controls;
    getStyleClass().add("ratio-slider");
    ratio.setId(id + "-value");
    ratio.getStyleClass().add("num");
    slider.setId(id);
    slider.setBlockIncrement(KEY_STEP);
    slider.setAccessibleText("mask ratio, 0.05 to 0.95");
    slider.valueProperty().addListener((p, old, now) -> chosen(now.doubleValue()));
    controls.ratioProperty().addListener((p, old, now) -> show());
    controls.maskingProperty().addListener((p, old, now) -> show());
    getChildren().addAll(head(), slider);
    show();
  }

  /** Takes the keys. */
  public void focusSlider() {
    slider.requestFocus();
  }

  private HBox head() {
    Label name = new Label("Mask ratio");
    name.getStyleClass().add("field-name");
    name.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(name, gap, ratio);
    head.getStyleClass().add("field-head");
    return head;
  }

  private void chosen(double value) {
    if (Math.abs(value - controls.ratioProperty().get()) > SAME) {
      controls.chooseRatio(value);
    }
  }

  private void show() {
    double now = controls.ratioProperty().get();
    // The thumb stays under the pointer, between the hundredths.
    if (Math.abs(slider.getValue() - now) > SAME) {
      slider.setValue(now);
    }
    boolean painted = controls.maskingProperty().get() == Masking.PAINTED;
    slider.setDisable(painted);
    ratio.setText(painted ? "as painted" : String.format(Locale.ROOT, "%.2f", now));
  }
}
