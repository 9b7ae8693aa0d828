package io.simmim.workbench.experiment;

import io.simmim.workbench.picture.Pictures;
import io.simmim.workbench.picture.PixelView;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Some of the user's images, each over its caption: as many rows as there is room for. */
final class SamplePictures extends Region {

  private static final int COLUMNS = 3;
  private static final double LARGEST = 280;
  private static final double LEAST = 56;
  private static final double GAP = 8;
  private static final double CAPTION = 20;

  private final List<PixelView> views = new ArrayList<>();
  private final List<Label> captions = new ArrayList<>();
  private final Label hint = new Label("Choose a folder of images to see some of them here.");
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");
  private boolean captioned;

  SamplePictures(ObservableValue<List<SamplePicture>> pictures) {
    setId("samples");
    setMinHeight(0);
    setPrefHeight(0);
    hint.getStyleClass().addAll("muted", "sample-hint");
    hint.setWrapText(true);
    pictures.subscribe(this::show);
  }

  /** Whether there are any, and room for them. */
  ReadOnlyBooleanProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  private void show(List<SamplePicture> pictures) {
    views.clear();
    captions.clear();
    captioned = pictures.stream().anyMatch(picture -> !picture.caption().isEmpty());
    for (SamplePicture picture : pictures) {
      views.add(view(picture));
      captions.add(caption(picture));
    }
    getChildren().setAll(views);
    getChildren().addAll(captions);
    getChildren().add(hint);
    requestLayout();
  }

  private PixelView view(SamplePicture picture) {
    PixelView view = new PixelView();
    view.setId("sample-" + views.size());
    view.setImage(Pictures.of(picture.image()));
    view.setAccessibleText(
        picture.caption().isEmpty()
            ? "one of your images with the hidden patches grey"
            : "one of your images, of class " + picture.caption());
    return view;
  }

  private static Label caption(SamplePicture picture) {
    Label label = new Label(picture.caption());
    label.getStyleClass().add("sample-caption");
    return label;
  }

  @Override
  protected void layoutChildren() {
    boolean empty = views.isEmpty();
    hint.setVisible(empty && getHeight() >= LEAST);
    hint.resizeRelocate(0, 0, getWidth(), getHeight());
    if (!empty) {
      layOutPictures(Math.min(COLUMNS, views.size()));
    }
    shown.set(!empty && views.get(0).isVisible());
  }

  private void layOutPictures(int columns) {
    double below = captioned ? CAPTION : 0;
    double widest = (getWidth() - GAP * (columns - 1)) / columns;
    double side = Math.min(Math.min(widest, LARGEST), getHeight() - below);
    double rowHeight = side + below + GAP;
    double left = (getWidth() - columns * side - (columns - 1) * GAP) / 2;
    for (int i = 0; i < views.size(); i++) {
      double x = left + i % columns * (side + GAP);
      double y = Math.floor((double) i / columns) * rowHeight;
      boolean fits = side >= LEAST && y + side + below <= getHeight();
      views.get(i).setVisible(fits);
      captions.get(i).setVisible(fits);
      views.get(i).resizeRelocate(Math.rint(x), y, Math.rint(side), Math.rint(side));
      captions.get(i).resizeRelocate(Math.rint(x), y + side, side, below);
    }
  }
}
