package io.simmim.workbench.masks;

import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.Segments;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The controls of the mask. */
final class MaskPanel extends VBox {

  private static final double SAME = 0.005;
  private static final double KEY_STEP = 0.05;

  private final MaskControls controls;
  private final Slider slider = new Slider(MaskControls.LEAST, MaskControls.MOST, 0.6);
  private final Label ratio = new Label();

  MaskPanel(MaskControls controls) {
    this.controls = controls;
    getStyleClass().addAll("panel", "mask-panel");
    setMinHeight(USE_PREF_SIZE);
    getChildren()
        .addAll(field(name("Mask ratio"), ratio), slider(), patchSizes(), maskings(), foot());
    controls.ratioProperty().addListener((p, old, now) -> showRatio());
    controls.maskingProperty().addListener((p, old, now) -> showRatio());
    showRatio();
  }

  void focusSlider() {
    slider.requestFocus();
  }

  private Slider slider() {
    ratio.setId("mask-ratio-value");
    ratio.getStyleClass().add("num");
    slider.setId("mask-ratio");
    slider.setBlockIncrement(KEY_STEP);
    slider.setAccessibleText("mask ratio, 0.05 to 0.95");
    slider.valueProperty().addListener((p, old, now) -> chosen(now.doubleValue()));
    return slider;
  }

  private void chosen(double value) {
    if (Math.abs(value - controls.ratioProperty().get()) > SAME) {
      controls.chooseRatio(value);
    }
  }

  private void showRatio() {
    double now = controls.ratioProperty().get();
    // The thumb stays under the pointer, between the hundredths.
    if (Math.abs(slider.getValue() - now) > SAME) {
      slider.setValue(now);
    }
    boolean painted = controls.maskingProperty().get() == Masking.PAINTED;
    slider.setDisable(painted);
    ratio.setText(painted ? "as painted" : String.format(Locale.ROOT, "%.2f", now));
  }

  private Node patchSizes() {
    Segments<Integer> sizes =
        new Segments<>(
            "mask-patch",
            size -> "Mask patches of " + size + " x " + size + " pixels",
            controls.patchSizeProperty()::set);
    controls
        .geometryProperty()
        .subscribe(now -> sizes.offer(now.maskPatchSizes(), size -> Integer.toString(size)));
    controls.patchSizeProperty().subscribe(now -> sizes.select(now.intValue()));
    HBox.setHgrow(sizes, Priority.ALWAYS);
    HBox row = new HBox(name("Patch, px"), sizes);
    row.getStyleClass().add("tight-row");
    return row;
  }

  private Node maskings() {
    Segments<Masking> choice =
        new Segments<>("masking", Masking::says, controls.maskingProperty()::set);
    choice.offer(List.of(Masking.values()), Masking::title);
    controls.maskingProperty().subscribe(choice::select);
    return choice;
  }

  /** The seed, or what helps to paint. */
  private Node foot() {
    HBox drawn = new HBox(name("Seed"), seed(), again());
    HBox painted =
        new HBox(
            name("Drag hides, Shift shows"),
            gap(),
            button("mask-clear", "Clear", controls::clear),
            button("mask-invert", "Invert", controls::invert));
    for (HBox row : List.of(drawn, painted)) {
      row.getStyleClass().add("tight-row");
      row.setAlignment(Pos.CENTER_LEFT);
    }
    drawn.visibleProperty().bind(controls.maskingProperty().map(now -> now != Masking.PAINTED));
    painted.visibleProperty().bind(drawn.visibleProperty().not());
    drawn.managedProperty().bind(drawn.visibleProperty());
    painted.managedProperty().bind(painted.visibleProperty());
    VBox box = new VBox(drawn, painted);
    box.setMinHeight(30);
    return box;
  }

  private TextField seed() {
    TextField field = new TextField();
    field.setId("mask-seed");
    field.setAccessibleText("seed of the mask");
    field.setTextFormatter(
        new TextFormatter<>(
            change -> change.getControlNewText().matches("\\d{0,9}") ? change : null));
    controls.seedProperty().subscribe(now -> field.setText(Long.toString(now.longValue())));
    field.setOnAction(event -> takeSeed(field));
    field.focusedProperty().addListener((p, old, now) -> takeSeed(field));
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private void takeSeed(TextField field) {
    if (!field.getText().isEmpty()) {
      controls.seedProperty().set(Long.parseLong(field.getText()));
    }
  }

  private Button again() {
    Button again = button("mask-again", "Again", controls::again);
    again.setGraphic(Icons.of(Material2OutlinedAL.CASINO));
    again.setAccessibleText("another mask of the same kind (Ctrl+M)");
    return again;
  }

  private static Button button(String id, String title, Runnable action) {
    Button button = new Button(title);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().add("small");
    button.setOnAction(event -> action.run());
    return button;
  }

  private static HBox field(Label name, Label value) {
    HBox head = new HBox(name, gap(), value);
    head.getStyleClass().add("field-head");
    return head;
  }

  private static Label name(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("field-name");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }
}
