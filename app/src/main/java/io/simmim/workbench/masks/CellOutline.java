package io.simmim.workbench.masks;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * The outline of a mask patch.
 *
 * @param row of its first pixel
 * @param column of its first pixel
 * @param side in pixels; 0 for none
 */
public record CellOutline(int row, int column, int side) {

  public static final CellOutline NONE = new CellOutline(0, 0, 0);

  /** Draws it over a picture, light on dark, so that it shows on any. */
  void draw(GraphicsContext graphics, double x, double y, double zoom) {
    if (side > 0) {
      double left = Math.rint(x + column * zoom);
      double top = Math.rint(y + row * zoom);
      double width = Math.rint(side * zoom);
      graphics.setLineWidth(3);
      graphics.setStroke(Color.rgb(0, 0, 0, 0.55));
      graphics.strokeRect(left, top, width, width);
      graphics.setLineWidth(1.5);
      graphics.setStroke(Color.WHITE);
      graphics.strokeRect(left, top, width, width);
    }
  }
}
