package io.simmim.workbench.shell;

import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The sign of the program: an image of three by three patches, most of them hidden. */
final class Mark extends GridPane {

  private static final int SIDE = 3;
  private static final String VISIBLE = "001010100";

  Mark() {
    getStyleClass().add("mark");
    for (int i = 0; i < SIDE * SIDE; i++) {
      Region patch = new Region();
      patch.getStyleClass().add(VISIBLE.charAt(i) == '1' ? "mark-visible" : "mark-hidden");
      add(patch, i % SIDE, i / SIDE);
    }
  }
}
