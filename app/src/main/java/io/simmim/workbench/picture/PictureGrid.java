package io.simmim.workbench.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;

/**
 * Rows of pictures under the names of their columns. All pictures get squares of one size, as large
 * as the width allows, the rows go on downwards.
 */
public final class PictureGrid extends Region {

  private static final double GAP = 8;
  private static final double HEAD = 24;
  private static final double LARGEST = 224;

  private final String idPrefix;
  private final List<Label> heads;
  private final List<List<PixelView>> rows = new ArrayList<>();
  private double pixels;

  /**
   * @param idPrefix the picture in row r, column c gets the id {@code <prefix>-r-c}
   */
  public PictureGrid(String idPrefix, List<String> columns) {
    this.idPrefix = idPrefix;
    getStyleClass().add("picture-grid");
    this.heads = columns.stream().map(Label::new).toList();
    heads.forEach(head -> head.getStyleClass().add("column-title"));
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
    pixels =
        pictures.stream()
            .flatMap(List::stream)
            .flatMap(Optional::stream)
            .mapToDouble(image -> Math.max(image.getWidth(), image.getHeight()))
            .max()
            .orElse(0);
    heads.forEach(head -> head.setVisible(!pictures.isEmpty()));
    requestLayout();
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
    double free = width - snappedLeftInset() - snappedRightInset() - GAP * (heads.size() - 1);
    double room = Math.max(24, Math.min(LARGEST, Math.floor(free / heads.size())));
    return pixels == 0 ? room : Math.rint(pixels * PixelView.zoom(pixels, room));
  }

  @Override
  protected double computePrefHeight(double width) {
    double side = side(width < 0 ? getWidth() : width);
    return snappedTopInset() + HEAD + rows.size() * (side + GAP) + snappedBottomInset();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 200;
  }

  @Override
  protected void layoutChildren() {
    double side = side(getWidth());
    for (int column = 0; column < heads.size(); column++) {
      double x = snappedLeftInset() + column * (side + GAP);
      layoutInArea(heads.get(column), x, snappedTopInset(), side, HEAD, 0, HPos.LEFT, VPos.CENTER);
      for (int row = 0; row < rows.size(); row++) {
        double y = snappedTopInset() + HEAD + row * (side + GAP);
        rows.get(row).get(column).resizeRelocate(x, y, side, side);
      }
    }
  }

  @Override
  public javafx.geometry.Orientation getContentBias() {
    return javafx.geometry.Orientation.HORIZONTAL;
  }
}
