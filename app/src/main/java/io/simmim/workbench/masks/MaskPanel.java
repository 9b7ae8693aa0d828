package io.simmim.workbench.masks;

import io.simmim.workbench.fx.Segments;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The controls of the mask. */
final class MaskPanel extends VBox {

  private final MaskControls controls;
  private final RatioSlider ratio;

  MaskPanel(MaskControls controls) {
    this.controls = controls;
    ratio = new RatioSlider("mask-ratio", controls);
    getStyleClass().addAll("panel", "mask-panel");
    setMinHeight(USE_PREF_SIZE);
    getChildren()
        .addAll(ratio, new PatchSizes("mask-patch", "Patch, px", controls), maskings(), foot());
  }

  void focusSlider() {
    ratio.focusSlider();
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
    HBox drawn = new HBox(name("Seed"), seed(), new AgainButton("mask-again", controls));
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

  private static Button button(String id, String title, Runnable action) {
    Button button = new Button(title);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().add("small");
    button.setOnAction(event -> action.run());
    return button;
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
