package io.simmim.workbench.checkpoint;

import io.simmim.workbench.picture.Pictures;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** The colours of a picture from the lowest to the highest number, with those written under it. */
final class LegendBar extends Region {

  private static final double BAR = Mosaic.Legend.HEIGHT;
  private static final double LINE = 18;
  private static final double LONGEST = Mosaic.Legend.WIDTH;

  private final ImageView bar = new ImageView();
  private final Label low = label("tensor-legend-low", Pos.CENTER_LEFT);
  private final Label middle = label("tensor-legend-middle", Pos.CENTER);
  private final Label high = label("tensor-legend-high", Pos.CENTER_RIGHT);

  LegendBar() {
    bar.setSmooth(false);
    bar.setFitHeight(BAR);
    getChildren().addAll(bar, low, middle, high);
    managedProperty().bind(visibleProperty());
    setMinHeight(USE_PREF_SIZE);
  }

  private static Label label(String id, Pos position) {
    Label label = new Label();
    label.setId(id);
    label.setAlignment(position);
    label.getStyleClass().addAll("num", "muted", "tensor-legend");
    return label;
  }

  void show(Optional<Mosaic.Legend> legend) {
    setVisible(legend.isPresent());
    legend.ifPresent(
        colors -> {
          bar.setImage(Pictures.of(colors.bar()));
          low.setText(CellValue.text(colors.low()));
          high.setText(CellValue.text(colors.high()));
          middle.setText(colors.isAroundZero() ? "0" : "");
        });
  }

  @Override
  protected double computePrefHeight(double width) {
    return BAR + LINE;
  }

  @Override
  protected void layoutChildren() {
    double length = Math.min(LONGEST, getWidth());
    bar.setFitWidth(length);
    for (Label label : new Label[] {low, middle, high}) {
      layoutInArea(label, 0, BAR, length, LINE, 0, position(label), VPos.CENTER);
    }
  }

  private HPos position(Label label) {
    return label == low ? HPos.LEFT : label == high ? HPos.RIGHT : HPos.CENTER;
  }
}
