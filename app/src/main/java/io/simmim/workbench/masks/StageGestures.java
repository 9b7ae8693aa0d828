package io.simmim.workbench.masks;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Painting on the large pictures, and moving the divider. */
final class StageGestures {

  private static final double GRIP = 12;
  private static final double STEP = 0.02;

  /** What a drag does, from press to release. */
  private enum Drag {
    NOTHING,
    DIVIDER,
    PAINT
  }

  private final StageView stage;
  private final MaskControls controls;
  private Drag drag = Drag.NOTHING;
  private int panel;
  private Point2D last = Point2D.ZERO;

  private StageGestures(StageView stage, MaskControls controls) {
    this.stage = stage;
    this.controls = controls;
  }

  static void install(StageView stage, MaskControls controls) {
    StageGestures gestures = new StageGestures(stage, controls);
    stage.setOnMousePressed(gestures::pressed);
    stage.setOnMouseDragged(gestures::dragged);
    stage.setOnMouseReleased(gestures::released);
    stage.setOnMouseMoved(gestures::moved);
    stage.setOnMouseExited(event -> stage.outline(CellOutline.NONE));
    stage.setOnKeyPressed(gestures::typed);
  }

  private boolean isPainting() {
    return controls.maskingProperty().get() == Masking.PAINTED;
  }

  private boolean hasDivider() {
    return !stage.panels().isEmpty() && stage.panels().get(0).behind().isPresent();
  }

  private boolean onDivider(MouseEvent event) {
    if (!hasDivider() || stage.area().squares().isEmpty()) {
      return false;
    }
    StageArea.Square square = stage.area().square(0);
    double x = square.left() + stage.dividerProperty().get() * square.side();
    return Math.abs(event.getX() - x) <= GRIP;
  }

  private void pressed(MouseEvent event) {
    stage.requestFocus();
    drag = Drag.NOTHING;
    if (!stage.area().contains(event.getX(), event.getY()) && !onDivider(event)) {
      return;
    }
    panel = stage.area().nearest(event.getX(), event.getY());
    if (onDivider(event) || hasDivider() && !isPainting()) {
      drag = Drag.DIVIDER;
      moveDivider(event);
    } else if (isPainting()) {
      drag = Drag.PAINT;
      last = pixel(event);
      paint(event);
    }
  }

  private void dragged(MouseEvent event) {
    switch (drag) {
      case DIVIDER -> moveDivider(event);
      case PAINT -> paint(event);
      case NOTHING -> {}
    }
  }

  private void released(MouseEvent event) {
    dragged(event);
    drag = Drag.NOTHING;
  }

  private void moveDivider(MouseEvent event) {
    double share = stage.area().square(0).share(event.getX(), event.getY()).getX();
    stage.dividerProperty().set(Math.max(0, Math.min(1, share)));
  }

  /** Paints along the way from the last point: a fast drag skips pixels, but no patches. */
  private void paint(MouseEvent event) {
    boolean hide = event.getButton() != MouseButton.SECONDARY && !event.isShiftDown();
    Point2D now = pixel(event);
    int steps = (int) Math.ceil(now.distance(last) / controls.patchSizeProperty().get()) * 2 + 1;
    for (int i = 1; i <= steps; i++) {
      Point2D at = last.interpolate(now, (double) i / steps);
      paint(at, hide);
    }
    last = now;
    outlineAt(event);
  }

  private void paint(Point2D at, boolean hide) {
    int size = controls.geometryProperty().get().imgSize();
    if (at.getX() >= 0 && at.getX() < size && at.getY() >= 0 && at.getY() < size) {
      controls.paint((int) at.getY(), (int) at.getX(), hide);
    }
  }

  private Point2D pixel(MouseEvent event) {
    return stage
        .area()
        .square(panel)
        .share(event.getX(), event.getY())
        .multiply(controls.geometryProperty().get().imgSize());
  }

  private void moved(MouseEvent event) {
    boolean inside = stage.area().contains(event.getX(), event.getY());
    boolean movesDivider = onDivider(event) || inside && hasDivider() && !isPainting();
    stage.setCursor(
        movesDivider
            ? Cursor.H_RESIZE
            : inside && isPainting() ? Cursor.CROSSHAIR : Cursor.DEFAULT);
    panel = stage.area().nearest(event.getX(), event.getY());
    outlineAt(event);
  }

  private void outlineAt(MouseEvent event) {
    boolean shown =
        isPainting() && stage.area().contains(event.getX(), event.getY()) && drag != Drag.DIVIDER;
    int side = controls.patchSizeProperty().get();
    Point2D at = shown ? pixel(event) : Point2D.ZERO;
    stage.outline(
        shown
            ? new CellOutline((int) at.getY() / side * side, (int) at.getX() / side * side, side)
            : CellOutline.NONE);
  }

  private void typed(KeyEvent event) {
    if (!hasDivider() || event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    double now = stage.dividerProperty().get();
    switch (event.getCode()) {
      case LEFT -> stage.dividerProperty().set(Math.max(0, now - STEP));
      case RIGHT -> stage.dividerProperty().set(Math.min(1, now + STEP));
      case HOME -> stage.dividerProperty().set(0);
      case END -> stage.dividerProperty().set(1);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
