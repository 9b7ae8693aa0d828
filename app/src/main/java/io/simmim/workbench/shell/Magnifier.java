package io.simmim.workbench.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows something as large as its place allows: laid out in as little room as it needs, and
 * enlarged from there, text and controls alike.
 */
final class Magnifier extends Region {

  /** The room that every page needs without the frame around it, in pixels. */
  private static final double WIDTH = 1104;

  private static final double HEIGHT = 640;

  private static final double MOST = 2.5;

  private final Node content;
  private final Scale scale = new Scale(1, 1);
  private final BooleanProperty magnifying = new SimpleBooleanProperty(this, "magnifying");

  Magnifier(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
    magnifying.addListener((p, old, now) -> requestLayout());
  }

  BooleanProperty magnifyingProperty() {
    return magnifying;
  }

  private double factor() {
    double room = Math.min(getWidth() / WIDTH, getHeight() / HEIGHT);
    return magnifying.get() ? Math.max(1, Math.min(MOST, room)) : 1;
  }

  @Override
  protected double computeMinWidth(double height) {
    return content.minWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return content.minHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double factor = factor();
    scale.setX(factor);
    scale.setY(factor);
    // Whole pixels, or canvases inside are left with a half-covered last row.
    content.resizeRelocate(0, 0, Math.ceil(getWidth() / factor), Math.ceil(getHeight() / factor));
  }
}
