package io.simmim.workbench.runs;

import io.simmim.workbench.fx.FxThread;
import io.simmim.workbench.picture.PictureGrid;
import javafx.scene.control.SplitPane;

/**
 * Gives the pictures at the right of a split pane the width that suits them, until the user moves
 * the divider.
 */
final class StripShare {

  private static final double MOST = 0.58;
  private static final double FRAME = 28;
  private static final double SAME = 0.01;

  private final SplitPane split;
  private final PictureGrid grid;
  private double ours;

  private StripShare(SplitPane split, PictureGrid grid) {
    this.split = split;
    this.grid = grid;
  }

  static void install(SplitPane split, PictureGrid grid) {
    StripShare share = new StripShare(split, grid);
    share.place();
    split.widthProperty().addListener((p, old, now) -> FxThread.later(share::adapt));
    grid.pixelsProperty().addListener((p, old, now) -> FxThread.later(share::adapt));
  }

  private void adapt() {
    boolean untouched = Math.abs(split.getDividerPositions()[0] - ours) < SAME;
    if (untouched) {
      place();
    }
  }

  private void place() {
    double width = split.getWidth();
    double most = MOST * width;
    double wanted = grid.widthWithin(most - FRAME) + FRAME;
    ours = width <= 0 ? 1 - MOST : 1 - Math.min(most, wanted) / width;
    split.setDividerPositions(ours);
  }
}
