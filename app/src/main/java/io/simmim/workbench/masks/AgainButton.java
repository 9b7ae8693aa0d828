package io.simmim.workbench.masks;

import io.simmim.workbench.fx.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Draws another mask of the same kind. */
public final class AgainButton extends Button {

  public AgainButton(String id, MaskControls controls) {
    super("Again", Icons.of(Material2OutlinedAL.CASINO));
    setId(id);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("small");
    setAccessibleText("another mask of the same kind (Ctrl+M)");
    setTooltip(new Tooltip("Another mask of the same kind (Ctrl+M)"));
    setOnAction(event -> controls.again());
  }
}
