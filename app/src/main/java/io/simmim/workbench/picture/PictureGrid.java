package io.simmim.workbench.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;

/**
 * Rows of pictures under the names of their columns. All pictures get squares of one size, as large
 * as the width allows, the rows go on downwards.
 */
public final class PictureGrid extends Region {

  private static final double GAP = 8;
  private static final double HEAD = 24;
  private static final double SMALLEST = 24;
  private static final double LARGEST = 224;
  private static final double LEAST_WIDTH = 200;

  private final String idPrefix;
  private final double smallest;
  private final double head;
  private final List<Label> heads;
  private final List<List<PixelView>> rows = new ArrayList<>();
  private final ReadOnlyDoubleWrapper pixels = new ReadOnlyDoubleWrapper(this, "pixels");

  /**
   * @param idPrefix the picture in row r, column c gets the id {@code <prefix>-r-c}
   */
  public PictureGrid(String idPrefix, List<String> columns) {
    this(idPrefix, columns, SMALLEST, HEAD);
  }

  /**
   * A grid that rather becomes wider than its place than that its pictures become too small.
   *
   * @param smallest side of a picture
   * @param head height of the names of the columns, which may take several lines
   */
  public PictureGrid(String idPrefix, List<String> columns, double smallest, double head) {
    this.idPrefix = idPrefix;
    this.smallest = smallest;
    this.head = head;
    getStyleClass().add("picture-grid");
    this.heads = columns.stream().map(Label::new).toList();
    heads.forEach(title -> title.getStyleClass().add("column-title"));
    heads.forEach(title -> title.setWrapText(head > HEAD));
    heads.forEach(title -> title.setTooltip(new Tooltip(title.getText())));
    getChildren().addAll(heads);
  }

  /** Shows these pictures, one list a row. */
  public void show(List<List<Optional<Image>>> pictures) {
    while (rows.size() > pictures.size()) {
      getChildren().removeAll(rows.remove(rows.size() - 1));
    }
    for (int row = 0; row < pictures.size(); row++) {
      if (row == rows.size()) {
        addRow(row);
      }
      for (int column = 0; column < heads.size(); column++) {
        rows.get(row).get(column).setImage(pictures.get(row).get(column).orElse(null));
      }
    }
    pixels.set(
        pictures.stream()
            .flatMap(List::stream)
            .flatMap(Optional::stream)
            .mapToDouble(image -> Math.max(image.getWidth(), image.getHeight()))
            .max()
            .orElse(0));
    heads.forEach(title -> title.setVisible(!pictures.isEmpty()));
    requestLayout();
  }

  /**
   * The width, at most {@code most}, that shows the pictures as large as regular pixels allow; all
   * of it when they are larger than that anyway.
   */
  public double widthWithin(double most) {
    double side = side(most);
    boolean regular = pixels.get() > 0 && side >= pixels.get();
    return regular ? side * heads.size() + between() : most;
  }

  /** Side of a picture; changes when pictures of another size are shown. */
  public ReadOnlyDoubleProperty pixelsProperty() {
    return pixels.getReadOnlyProperty();
  }

  private void addRow(int row) {
    List<PixelView> views = new ArrayList<>();
    for (int column = 0; column < heads.size(); column++) {
      PixelView view = new PixelView();
      view.setId(idPrefix + "-" + row + "-" + column);
      view.setAccessibleText(heads.get(column).getText() + " of probe image " + (row + 1));
      views.add(view);
    }
    rows.add(views);
    getChildren().addAll(views);
  }

  private double side(double width) {
    double room = Math.floor((width - between()) / heads.size());
    double side = Math.max(smallest, Math.min(LARGEST, room));
    double natural = pixels.get();
    return natural == 0 ? side : Math.rint(natural * PixelView.zoom(natural, side));
  }

  private double between() {
    return snappedLeftInset() + snappedRightInset() + GAP * (heads.size() - 1);
  }

  @Override
  protected double computePrefHeight(double width) {
    double side = side(width < 0 ? getWidth() : width);
    return snappedTopInset() + head + rows.size() * (side + GAP) + snappedBottomInset();
  }

  @Override
  protected double computeMinWidth(double height) {
    boolean mayScroll = smallest > SMALLEST;
    return mayScroll ? between() + smallest * heads.size() : LEAST_WIDTH;
  }

  @Override
  protected void layoutChildren() {
    double side = side(getWidth());
    for (int column = 0; column < heads.size(); column++) {
      double x = snappedLeftInset() + column * (side + GAP);
      layoutInArea(heads.get(column), x, snappedTopInset(), side, head, 0, HPos.LEFT, VPos.CENTER);
      for (int row = 0; row < rows.size(); row++) {
        double y = snappedTopInset() + head + row * (side + GAP);
        rows.get(row).get(column).resizeRelocate(x, y, side, side);
      }
    }
  }

  @Override
  public javafx.geometry.Orientation getContentBias() {
    return javafx.geometry.Orientation.HORIZONTAL;
  }
}
