package io.simmim.workbench.masks;

import io.simmim.workbench.fx.Segments;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The sides that a mask patch may have, one of them chosen. */
public final class PatchSizes extends HBox {

  /**
   * @param id each size gets the id {@code <id>-<pixels>}
   * @param name what stands before them
   */
  public PatchSizes(String id, String name, MaskControls controls) {
    Segments<Integer> sizes =
        new Segments<>(
            id,
            size -> "Mask patches of " + size + " x " + size + " pixels",
            controls.patchSizeProperty()::set);
    controls
        .geometryProperty()
        .subscribe(now -> sizes.offer(now.maskPatchSizes(), size -> Integer.toString(size)));
    controls.patchSizeProperty().subscribe(now -> sizes.select(now.intValue()));
    HBox.setHgrow(sizes, Priority.ALWAYS);
    sizes.setMinWidth(USE_PREF_SIZE);
    Label label = new Label(name);
    label.getStyleClass().add("field-name");
    label.setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("tight-row");
    getChildren().addAll(label, sizes);
  }
}
