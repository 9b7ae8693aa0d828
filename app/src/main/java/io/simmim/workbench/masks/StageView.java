package io.simmim.workbench.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.HPos;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;

/**
 * The large pictures, as large as fits, each under its title; drawn once for each pulse in which
 * something changed.
 */
public final class StageView extends Region {

  private static final double KNOB = 9;

  private final String id;
  private final Canvas canvas = new Canvas();
  private final Scale shrinking = new Scale(1, 1);
  private final List<Label> titles = new ArrayList<>();
  private final List<SharpPicture> pictures = new ArrayList<>();

  /** Of the only panel that may be divided, the first. */
  private final SharpPicture behind = new SharpPicture();

  private final DoubleProperty divider = new SimpleDoubleProperty(this, "divider", 0.5);
  private List<StagePanel> panels = List.of();
  private StageArea area = StageArea.EMPTY;
  private double sharpness = 1;
  private CellOutline outline = CellOutline.NONE;

  /**
   * @param id of its parts: the view is {@code <id>-stage}, the titles {@code <id>-panel-0} and on
   */
  public StageView(String id) {
    this.id = id;
    setId(id + "-stage");
    getStyleClass().add("masks-stage");
    setFocusTraversable(true);
    setMinSize(200, 160);
    canvas.setManaged(false);
    canvas.getTransforms().add(shrinking);
    getChildren().add(canvas);
    divider.addListener((p, old, now) -> requestLayout());
  }

  /** Where the divider is, 0 at the left, 1 at the right. */
  DoubleProperty dividerProperty() {
    return divider;
  }

  List<StagePanel> panels() {
    return panels;
  }

  /** Where the pictures are. */
  StageArea area() {
    return area;
  }

  /** Shows these pictures, from left to right. */
  public void show(List<StagePanel> now) {
    if (now.size() != panels.size()) {
      getChildren().removeAll(titles);
      titles.clear();
      pictures.clear();
      for (int i = 0; i < now.size(); i++) {
        titles.add(title(i));
        pictures.add(new SharpPicture());
      }
      getChildren().addAll(titles);
    }
    for (int i = 0; i < now.size(); i++) {
      titles.get(i).setText(now.get(i).title());
    }
    panels = List.copyOf(now);
    requestLayout();
  }

  /** Calls back with row and column, in pixels of the picture, of every click on a picture. */
  public void setOnPicked(BiConsumer<Integer, Integer> receiver) {
    setOnMousePressed(
        event -> {
          requestFocus();
          if (area.contains(event.getX(), event.getY())) {
            int index = area.nearest(event.getX(), event.getY());
            Point2D share = area.square(index).share(event.getX(), event.getY());
            int side = panels.get(index).image().width();
            receiver.accept((int) (share.getY() * side), (int) (share.getX() * side));
          }
        });
  }

  /** Outlines the mask patch that painting would change, in all pictures. */
  public void outline(CellOutline now) {
    if (!now.equals(outline)) {
      outline = now;
      requestLayout();
    }
  }

  private Label title(int index) {
    Label label = new Label();
    label.setId(id + "-panel-" + index);
    label.getStyleClass().add("column-title");
    return label;
  }

  @Override
  protected void layoutChildren() {
    GraphicsContext graphics = clear();
    area = StageArea.of(panels.size(), getWidth(), getHeight());
    for (int i = 0; i < panels.size(); i++) {
      StageArea.Square square = area.square(i);
      layoutInArea(
          titles.get(i),
          square.left(),
          square.top() - StageArea.HEAD,
          square.side(),
          StageArea.HEAD,
          0,
          HPos.LEFT,
          VPos.CENTER);
      draw(graphics, i, square);
    }
  }

  /** As many pixels as the screen will have, also where this view is shown enlarged. */
  private GraphicsContext clear() {
    sharpness = Math.max(1, getLocalToSceneTransform().getMxx());
    canvas.setWidth(Math.ceil(getWidth() * sharpness));
    canvas.setHeight(Math.ceil(getHeight() * sharpness));
    shrinking.setX(1 / sharpness);
    shrinking.setY(1 / sharpness);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.setTransform(1, 0, 0, 1, 0, 0);
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    graphics.setTransform(sharpness, 0, 0, sharpness, 0, 0);
    return graphics;
  }

  private void draw(GraphicsContext graphics, int index, StageArea.Square square) {
    StagePanel panel = panels.get(index);
    SharpPicture picture = pictures.get(index);
    double x = square.left();
    double y = square.top();
    double side = square.side();
    double split = panel.behind().isPresent() ? divider.get() : 1;
    if (split > 0) {
      picture.show(panel.image(), side * sharpness);
      picture.draw(graphics, x, y, side, 0, split);
    }
    if (panel.behind().isPresent()) {
      behind.show(panel.behind().get(), side * sharpness);
      behind.draw(graphics, x, y, side, split, 1);
      drawDivider(graphics, x + split * side, y, side);
    }
    outline.draw(graphics, x, y, side / panel.image().width());
  }

  private void drawDivider(GraphicsContext graphics, double x, double y, double side) {
    double middle = y + side / 2;
    graphics.setFill(Color.rgb(0, 0, 0, 0.35));
    graphics.fillRect(x - 2, y, 4, side);
    graphics.setFill(Color.WHITE);
    graphics.fillRect(x - 1, y, 2, side);
    graphics.fillOval(x - KNOB, middle - KNOB, 2 * KNOB, 2 * KNOB);
    graphics.setStroke(Color.rgb(40, 40, 48));
    graphics.setLineWidth(1.5);
    for (int direction = -1; direction <= 1; direction += 2) {
      graphics.strokePolyline(
          new double[] {x + direction * 2.5, x + direction * 5.5, x + direction * 2.5},
          new double[] {middle - 3, middle, middle + 3},
          3);
    }
  }
}
