package io.simmim.workbench.runs;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.RowConstraints;

/** Rows and columns of a grid by their share of it, in percent. */
final class Shares {

  private Shares() {}

  static RowConstraints row(double percent) {
    RowConstraints row = new RowConstraints();
    row.setPercentHeight(percent);
    row.setFillHeight(true);
    return row;
  }

  static ColumnConstraints column(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    column.setFillWidth(true);
    return column;
  }
}
